# How deep CPython's parser stands at each place of a source: so many fewer `not`s are taken there than MAXSTACK.
#   python3.13 tools/golden-levels.py > test/golden/parser/levels.jsonl
# A row is [mode, template, level]: `@` is the place, `DECO` an at sign, `~` in this file a new line.
import ast
import json
import random

MAXSTACK = 6000

EXPRESSIONS = r"""
@   (@)   (@,)   (a,@)   (a,b,@)   [@]   [a,@]   {@}   {a,@}   {@:a}   {a:@}   {a:b,@:c}   {a:b,c:@}   {**(@)}
(*(@),)   (@ for a in b)   [@ for a in b]   {@ for a in b}   {@:a for a in b}   {a:@ for a in b}   (a for b in @)
(a for b in c if @)   (a for b in c if d if @)   (a for b in c for d in @)   (a for b in c for d in e if @)
[a for b in @]   [a for b in c if @]   {a for b in @}   {a:b for c in @}   f(@)   f(a,@)   f(a,b,@)   f(*@)
f(a,*@)   f(x=@)   f(x=1,y=@)   f(**@)   f(x=1,**@)   f(*a,@)   f(@ for a in b)   f(a for b in @)   f(a:=@)
f(x=1,*@)   a[@]   a[b,@]   a[@:]   a[:@]   a[::@]   a[*(@)]   a[b:=@]   a[@:b]   a[b,@:c]   a[b,:@]   (a:=@)
a or @   a or b or @   a and @   @ or a   a or b and @   a<(@)   (@)<a   a<b<(@)   a not in (@)   a|(@)   (@)|a
a+(@)   (@)+a   a*(@)   -(@)   --(@)   a**(@)   (@)**a   await (@)   a if b else @   a if @ else b   @ if a else b
lambda:@   lambda a:@   lambda a=@:b   lambda a,b=@:b   lambda *,a=@:b   lambda *a,b=@:b   lambda a=1,b=@:b
lambda a,/,b=@:b   lambda a=@,/:b   lambda a=1,/,b=@:b   (yield @)   (yield from @)   (yield a,@)   (yield *(@),)
f'{@}'   f'{(@)}'   f'{a}{@}'   f'{a:{@}}'   f'{@!r}'   f'{@=}'   f'{a,@}'   f'{yield @}'   's' f'{@}'   (@).a
(@)(b)   (@)[b]   a(b)(@)   a.b(@)   a[b][@]   not (@)   a&(@)   a^(@)   a<<(@)   a>>(@)   a%(@)   a//(@)   a/(@)
a-(@)   a if b else (@)   a is not (@)   a is (@)   a in (@)   a==(@)   a!=(@)   a>=(@)   a<=(@)   a>(@)
lambda *a:@   lambda **a:@   (lambda:@)   [*(@)]   [a,*(@)]   {*(@)}   f(*(@),x=1)   f(x=@,y=1)   f(@,x=1)   f(@,*a)
f(*a,*(@))   [(@)]   {(@)}   {(@):1}   {1:(@)}   -a**(@)   a**-(@)   +(@)   a<b or c<(@)   a+b*(@)   (a).b[@]
a[(@)]   f((@))   f(x=(@))   (a,(@))   [(yield @)]   f(a)(@)(c)   (*a,@)   [*a,@]   (@ async for a in b)
[a async for b in @]   lambda:lambda:@   lambda **k:@   lambda a=1,*,b=@:c   lambda a=1,*b,c=1,d=@:c
lambda *,a,b=@:c   lambda a=@,*b:c   f(a,x=@)   f(a,b,x=@)   f(*a,x=@)   f(a,**@)   f(a,*b,**@)   f(x=1,y=2,z=@)
f(x=1,*a,y=@)   f(x=1,**a,y=@)   f(**a,**@)   f(**a,x=@)   f(x=1,*a,*@)   f(*a,*@)   f(a,b,*@)   f(a,b:=@)
f(a for b in c if @)   f(a for b in c for d in @)   f(a,x=1,*@)   f(a,x=1,y=@)   f(a,x=1,**@)   a[b,c,@]   a[b,*@]
a[*a,@]   a[*@]   a[b,::@]   a[b:c:@]   a[a:b,c:@]   a[b,c,*@]   a[b,c:=@]   [a,b,@]   {a,b,@}   {a:b,c:d,@:e}
{a:b,c:d,e:@}   {a:b,**(@)}   {**a,**(@)}   {**a,b:@}   (a,b,c,@)   (a,b,c,d,@)   (a,*(@))   (*a,*(@))   [a,b,*(@)]
{a,*(@)}   {a,b,*(@)}   (a:=@,)   (b,a:=@)   [a:=@]   [b,a:=@]   {a:=@}   f(x:=@)   a if b else c if d else @
a if b else c if @ else e   a if b else lambda:@   lambda:a if b else @   f'{a:{b:{@}}}'   f'{a:{b}{@}}'
f'{a!r:{@}}'   f'{*(@),}'   f'{a,b,@}'   f'{yield a,@}'   f'{(yield @)}'   f"{f'{@}'}"   (a for b[@] in c)
(a for b,c[@] in d)   (a for (b[@]) in d)   [a for b[@] in c]   (a for f(@).x in c)   (yield a,b,@)   (yield (@))
a<(@)<b   a<b and c<(@)   not a<(@)   -a<(@)   a if b<(@) else c   f()(@)   f()[@]   f(a)(b,@)   a.b.c(@)   (@)()()
(a)(@)   (a)[@]   [a](@)   {a}[@]   'a'[@]   'a'.b(@)   f'a'.b(@)   1 .a(@)   ...[@]   None(@)   [@][a]   {@}.a
f(@)(a)   a[@](b)   await a(@)   -a(@)   a**b(@)   a(@)**b   a.b(c)(@).d   not a(@)   a<b(@)   a or b(@)   (a)+b(@)
""".replace("\n", "   ").strip().split("   ")

STATEMENTS = r"""
DECO@~def f():pass   DECO@~class A:pass   DECOa~def f():@   DECOa~class A:@   DECOa~DECO@~def f():pass
x=@   x=y=@   x:@   x:a=@   x+=@   x.y=@   x.y:@   x.y+=@   x[@]=1   x[@]:1   x[@]+=1   (x)[@]=1   (x)=@   (x):@
x,y=@   *x,y=@   x,=@   [x]=@   (x,y)=@   (x[@])=1   (x[@],y)=1   [x[@]]=1   f(@).x=1   f(@).x:a   f(@).x+=1
del x[@]   del (x[@])   del (x[@],y)   del x,y[@]   del [x[@]]   del f(@).x   assert @   assert a,@   return @
return a,@   raise @   raise a from @   yield @   yield from @   x=yield @   x+=yield @   a,@   *(@),   f(@)   (@)
x[@]   type x=@   type x[T:@]=1   type x[T=@]=1   type x[*T=@]=1   type x[**P=@]=1   type x[A,T:@]=1   if @:pass
if a:@   if a:pass~elif @:pass   if a:pass~elif b:@   if a:pass~elif b:pass~elif @:pass
if a:pass~elif b:pass~else:@   if a:pass~else:@   while @:pass   while a:@   while a:pass~else:@   for x in @:pass
for x in a,@:pass   for x in a:@   for x in a:pass~else:@   for x[@] in a:pass   for x,y[@] in a:pass
for (x[@]) in a:pass   for f(@).x in a:pass   with @:pass   with a:@   with a as b:@   with a,@:pass
with a as b,@:pass   with a as x[@]:pass   with (@):pass   with (@ as b):pass   with (@ as b,):pass
with (a,@):pass   with (a as b,@):pass   with (a as b,@ as c):pass   with (a as x[@]):pass   with (a):@
with (a as b):@   with (a,b) as c:@   with @ as b:pass   try:@~except:pass   try:@~finally:pass   try:pass~finally:@
try:pass~except:@   try:pass~except @:pass   try:pass~except @ as b:pass   try:pass~except a:@
try:pass~except a as b:@   try:pass~except a:pass~except @:pass   try:pass~except* @:pass   try:pass~except* a:@
try:pass~except:pass~else:@   try:pass~except:pass~finally:@   def f():@   def f(a):@   def f(a=@):pass
def f(a:@):pass   def f(a,b=@):pass   def f(a,b:@=1):pass   def f(a=1,b=@):pass   def f(*a:@):pass
def f(*a:*(@)):pass   def f(**a:@):pass   def f(*,a=@):pass   def f(*,a:@):pass   def f(*a,b=@):pass
def f(a,/,b=@):pass   def f(a=@,/):pass   def f(a:@,/):pass   def f(a:@,b):pass   def f(a,b:@):pass
def f(a,*,b:@):pass   def f()->@:pass   def f[T:@]():pass   def f[T]():@   def f(a)->b:@   class A:@
class A(@):pass   class A(a,@):pass   class A(x=@):pass   class A(a):@   class A[T:@]:pass   class A[T]:@
async def f():@   async def f(a=@):pass   async def f():~ await (@)   async def f():~ async for x in @:pass
async def f():~ async with @:pass   async def f():~ async for x in a:@   async def f():~ async with a:@
match @:~ case 1:pass   match a,@:~ case 1:pass   match a:~ case 1:@   match a:~ case b if @:pass
match a:~ case 1:pass~ case b if @:pass   match a:~ case 1:pass~ case 2:@   match *(@),:~ case 1:pass   match(@)
match(a,@)   match[@]   match[@]:~ case 1:pass   class A(*@):pass   class A(**@):pass   class A(a,x=@):pass
class A(x=1,y=@):pass   class A(a,*@):pass   class A(*a,x=@):pass   class A(x=1,**@):pass   class A(a,**@):pass
class A(x=1,*@):pass   class A(a:=@):pass   *x[@],a=b   a,*(@)   a,*x[@]=b   a,(@)   a,b,(@)   a,x[@]   a,x[@]=b
a,b,x[@]=c   a,b,c,x[@]=c   a=b,@   a=b,c,@   a=x[@]=b   a=x[@]   a=b,x[@]=c   x:a=b,@   x[@]:a=1   x[@]+=a,b
x+=a,@   x[a]=b[@]   x[a]=@   x.y[@]=1   x(y)[@]=1   x(@)[y]=1   x(@).y=1   return *(@),   return a,b,@
for *x[@],y in a:pass   for x in *(@),:pass   for x in a,b,@:pass   for [x[@]] in a:pass   for x,y,z[@] in a:pass
del x,y,z[@]   del [x,y[@]]   del a.b[@]   del x[a][@]   del (x),y[@]   del x[@].y   with a as (x[@]):pass
with a as (x,y[@]):pass   with a as [x[@]]:pass   with (a as (x[@])):pass   with a,b,@:pass   with (a,b,@):pass
with (@).x as y:pass   with (@)+x:pass   with (a)(@):pass   with (a)(@) as b:pass   with a(@):pass
with (a(@)):pass   with (a,b)(@):pass   with (yield @):pass   with (a for b in @):pass   with (a:=@):pass
try:pass~except (@):pass   assert a,(@)   type x[T=1,U=@]=1   type x[A,B,T:@]=1   type x[T:a=@]=1
type x[**P,*T=@]=1   if a:pass~elif b:pass~elif c:@   if a:pass~elif b:pass~elif c:pass~else:@
if a:pass~elif b:pass~elif c:pass~elif @:pass   def f(a,b,c=@):pass   def f(a,b,c:@):pass   def f(a=1,/,b=@):pass
def f(a=1,*,b=@):pass   def f(a=1,*b,c=@):pass   def f(a=1,b=2,*,c=@):pass   def f(a,*b:@):pass
def f(a=1,*b:@):pass   def f(a,**k:@):pass   def f(*a,**k:@):pass   def f(*a,b,c=@):pass   def f(*a,b,c:@):pass
def f(a:@=1):pass   def f(a:int=@):pass   def f(a=1,/,b:@=1):pass   def f(a,/,b:@):pass   def f(a,/,*,b:@):pass
def f(*,a:@=1):pass   def f(a,*,b=@):pass   def f(a,b,/,c:@):pass   def f(a=1,b:@=2):pass   match a:~ case 1 if a:@
match a:~ case 1:~  @   match a:~ case 1:pass~ case 2:~  @   match x[@]:~ case 1:pass   match (@):~ case 1:pass
match a,b,@:~ case 1:pass   match -(@):~ case 1:pass   match.x[@]   match=@   match[a]=@   match.x(@)   match=x[@]
type=@   type(@)   type[@]   type.x(@)   case(@)   _=@   print(@)   print(a,@)   x=print(@)
""".replace("\n", "   ").strip().split("   ")

FUNCTION_TYPES = "(@)->b (a,@)->b (*@)->b (**@)->b ()->@ (a,b,@)->c (a,*@)->c (a,**@)->c (*a,**@)->c (a,*b,**@)->c".split()

BLOCKS = "if q:~ &;while q:~ &;def q():~ &;class q:~ &;for q in q:~ &;with q:~ &;try:~ &~finally:pass;if q:~ pass~else:~ &;match q:~ case 1:~  &".split(";")
NESTS = 300


def filled(template, text):
    return template.replace("DECO", "\1").replace("@", text).replace("\1", "@")


def inside(template, text):
    return template.replace("DECO", "\1").replace("@", text).replace("\1", "DECO")


def takes(source, mode):
    try:
        compile(source, "<s>", mode, ast.PyCF_ONLY_AST)
        return True
    except MemoryError:
        return False


def level(mode, template):
    """None: the template is too deep by itself."""
    if not takes(filled(template, "a"), mode):
        return None
    low, high = 0, MAXSTACK + 100
    while low < high:
        middle = (low + high + 1) // 2
        if takes(filled(template, "not " * middle + "a"), mode):
            low = middle
        else:
            high = middle - 1
    return MAXSTACK - low


def block(head, source):
    indent = head.rsplit("&", 1)[0].rsplit("~", 1)[1]
    return head.replace("&", ("~" + indent).join(source.rstrip("~").split("~"))) + "~"


def places():
    for e in EXPRESSIONS:
        yield "eval", e
        yield "exec", e
        yield "eval", "(" + e + ")"
        yield "exec", "x=" + e
        yield "exec", "((" + e + "))"
    for s in STATEMENTS:
        yield "exec", s + "~"
        yield "single", s + ("~~" if "~" in s or ":" in s else "~")
        yield "exec", block("if q:~ &", s)
    for head in BLOCKS:
        yield "exec", block(head, "x=@")
        yield "exec", block(head, block(head, "f(@)"))
    for t in FUNCTION_TYPES:
        yield "func_type", t
    choose = random.Random(1)
    for _ in range(NESTS):
        pool = [choose.choice(EXPRESSIONS) for _ in range(choose.choice((1, 2, 3, 5)))]
        source = "@"
        for _ in range(choose.choice((2, 5, 20, 60, 150))):
            source = inside(source, choose.choice(pool))
        if choose.random() < 0.5:
            yield "eval", source
            continue
        source = inside(choose.choice(STATEMENTS), source) + "~"
        for _ in range(choose.choice((0, 1, 5, 20))):
            source = block(choose.choice(BLOCKS), source)
        yield "exec", source


for mode, template in places():
    template = template.replace("~", "\n")
    try:
        print(json.dumps([mode, template, level(mode, template)]))
    except SyntaxError:
        # not everything fits everywhere
        pass
