"""Random programs, run and described: what they print, what ends them and where, and what their names hold at the end, with
references and sizes. Our machine and CPython run this file with the same seeds and must print the same.

    python3.13 oracle-programs.py FROM TO [source]      the seeds from FROM to before TO; "source": with the programs' texts

A program defines three functions, a class and a generator, and runs a main function on a few values. Loops are cut, so that
each ends soon; collections happen between programs only.
"""

import gc
import random
import re
import sys
import warnings

NAMES = "abcde"
ATOMS = """0 1 -1 2 7 255 256 257 10**20 -(2**63) 3.5 -0.0 1e300 float('nan') float('inf') True False None '' 'abc' 'é中' 'x'*40 b'ab'
    bytearray(b'xy') () (1,2) [] [1,2,3] {} {'k':1} {1,2} frozenset((3,)) range(5) slice(1,3) 1j int str ... NotImplemented
    ValueError('v') object iter([1,2]) (i*i~for~i~in~(1,2)) len print.__name__ type(None) memoryview(b'abc') Plain(3) Plain Slotted(2)
    Slotted dict(a=1,b=2) enumerate('ab') zip('ab',[1,2]) map(str,[1,2]) reversed([1,2]) '%s' (lambda~v=1:~v) Error('m') Derived(4)
    Meta('M',(),{}) Derived.made(2) [[],[1]] {1:[2]} (1,(2,[3]))""".split()
BINARY = "+ - * / // % ** << >> & | ^ @ and or is is~not in not~in == != < <= > >=".split()
UNARY = ["-", "+", "~", "not "]
IN_PLACE = "+ - * // % | & ^ << ** @ /".split()
METHODS = """append(%s) pop() pop(%s) insert(0,%s) remove(%s) index(%s) count(%s) sort() reverse() copy() clear() extend(%s) keys() values()
    items() get(%s) setdefault(%s,%s) update(%s) popitem() add(%s) discard(%s) union(%s) upper() split(%s) join(%s) strip()
    replace('a','b') find(%s) encode() decode() format(%s) startswith(%s) __len__() __iter__() __repr__() __hash__() __eq__(%s)
    __add__(%s) __getitem__(%s) __class__ __doc__ __dict__ __name__ bit_length() conjugate() is_integer() as_integer_ratio()
    to_bytes(2,'big') hex() partition(%s) zfill(9) title() x x() method(%s) shown other __init__(%s) __sizeof__() __reduce__()
    __format__(%s) real imag start args with_traceback(None) send(%s) close() throw(Error) __next__() isdigit() translate({97:'z'})
    casefold() expandtabs(%s) intersection(%s) difference(%s) symmetric_difference(%s) issubset(%s) fromkeys(%s) center(9)
    rjust(7,'*') splitlines() isidentifier() __contains__(%s) __mul__(%s) __rmul__(%s) __lt__(%s) __bool__() __index__() __int__()
    __float__() __str__() tolist() nbytes __setattr__('x',%s) __delattr__('x') __getattribute__(%s) __setitem__(%s,%s)
    __delitem__(%s) __call__() __reversed__() __exit__(None,None,None) __enter__() made(%s) add_note('n') __notes__ mro() count""".split()
CALLS = """len(%s) str(%s) repr(%s) list(%s) tuple(%s) dict(%s) set(%s) sorted(%s) sum(%s) min(%s) max(%s) abs(%s) int(%s) float(%s) bool(%s)
    type(%s) iter(%s) next(%s) hash(%s) ord(%s) chr(%s) hex(%s) bin(%s) round(%s) round(%s,%s) divmod(%s,%s) isinstance(%s,%s)
    issubclass(%s,%s) getattr(%s,'x') getattr(%s,%s,%s) hasattr(%s,'x') setattr(%s,'x',%s) delattr(%s,'x') callable(%s) enumerate(%s)
    zip(%s,%s) map(%s,%s) filter(%s,%s) reversed(%s) all(%s) any(%s) bytes(%s) bytearray(%s) format(%s,%s) f(%s) f(%s,%s) f(*%s) f(**%s)
    g(%s) list(cut(g(%s))) h(%s) %s() %s(%s) Plain(%s) Slotted(%s) Derived(%s) Local(%s) vars(%s) dir(%s)[:3] slice(%s,%s) range(%s)
    frozenset(%s) complex(%s) super(Plain,%s) memoryview(%s) sys.getrefcount(%s) sys.getsizeof(%s) print(%s,end='') sum(%s,%s)
    sorted(%s,key=%s) max(%s,key=%s) min(%s,default=%s) int(%s,%s) str(%s,%s) ascii(%s) property(%s) staticmethod(%s) Error(%s)
    ExceptionGroup('g',[Error(%s)]) ExceptionGroup(%s,%s) driven(k(%s)) Meta('N',(%s,),{}) next(%s,%s) iter(%s,%s) type('T',(%s,),{})""".split()
CAUGHT = """Exception TypeError ValueError (KeyError,IndexError) Error ZeroDivisionError AttributeError StopIteration BaseException""".split()
PATTERNS = """int() str()~as~s1 [q1,*_] {'k':q2} Plain(x=q3) None 1|2 (q4,q5) [] float(q6) Derived(q7) True {'k':1,**q8} -1 'abc'|b'ab'""".split()
SPECS = "!r !s !a = :>8 :08.3f :x :d :s :{a} :, :e !r:>{b}".split() + [""]

PREAMBLE = '''
import sys
class Meta(type):
    def __call__(cls, *a): return super().__call__(*a)
    def __len__(cls): return 3
    def __iter__(cls): return iter((1, 2))
class Error(Exception):
    def __init__(self, *a): super().__init__(*a); self.x = a
class Plain:
    k = 1
    def __init__(self, x=0, *r): self.x = x
    def method(self, *a): return self, a
    @property
    def shown(self): return self.x
    @shown.setter
    def shown(self, v): self.x = v
    @classmethod
    def made(cls, v): return cls(v)
    def __eq__(self, o): return isinstance(o, Plain) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x
    def __add__(self, o): return Plain(self.x + (o.x if isinstance(o, Plain) else o))
    def __radd__(self, o): return Plain(o)
    def __repr__(self): return f"P({self.x!r})" if not isinstance(self.x, Plain) else "P(P)"
    def __getitem__(self, i): return self.x[i]
    def __len__(self): return len(self.x)
    def __bool__(self): return bool(self.x)
class Derived(Plain):
    __match_args__ = ("x",)
    def method(self, *a): return super().method(*a)
    def __getattr__(self, name):
        if name == "other": return 5
        raise AttributeError(name)
    def __repr__(self): return "D(" + repr(self.x)[:20] + ")"
    def __call__(self, *a): return a
    def __iter__(self): yield 1; yield self.x
    def __index__(self): return self.x
class Slotted:
    __slots__ = ("x", "y")
    def __init__(self, x=None): self.x = x
    def __repr__(self): return "S"
    def __iadd__(self, o): self.y = o; return self
    def __enter__(self): return 1
    def __contains__(self, v): return v == self.x
class Context:
    def __init__(self, v): self.v = v
    def __enter__(self): log("enter"); return self.v
    def __exit__(self, t, v, tb): log(("exit", t)); return isinstance(self.v, int) and self.v == 1
    async def __aenter__(self): log("aenter"); return self.v
    async def __aexit__(self, t, v, tb): log(("aexit", t)); return self.v == 1
class Awaitable:
    def __init__(self, v): self.v = v
    def __await__(self): got = yield self.v; return got
class Several:
    def __init__(self, v): self.i = iter(v)
    def __aiter__(self): return self
    async def __anext__(self):
        for v in self.i: return v
        raise StopAsyncIteration
def cut(values):
    for n, value in enumerate(values):
        if n > 6: return "cut"
        yield value
def driven(coroutine):
    try:
        for n in range(9): log(coroutine.send(None if n == 0 else n))
    except StopIteration as end: return end.value
    finally: coroutine.close()
def kept(function):
    def inner(*a, **k): return function(*a, **k)
    return inner
'''


class Writer:
    """Makes one program of a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def name(self):
        return self.pick(*NAMES)

    def filled(self, template, depth):
        return template % tuple(self.expression(depth + 1) for _ in range(template.count("%s")))

    def leaf(self):
        return self.name() if self.random.random() < 0.6 else self.pick(*ATOMS).replace("~", " ")

    def primary(self, depth):
        return self.name() if self.random.random() < 0.7 else f"({self.expression(depth + 1)})"

    def expression(self, depth=0):
        kind = self.random.random()
        if depth > 3 or kind < 0.28:
            return self.leaf()
        inner = lambda: self.expression(depth + 1)  # noqa: E731
        if kind < 0.42:
            return f"({inner()} {self.pick(*BINARY).replace('~', ' ')} {inner()})"
        if kind < 0.46:
            return f"({self.pick(*UNARY)}{inner()})"
        if kind < 0.58:
            method = self.pick(*METHODS)
            return f"{self.primary(depth)}." + (self.filled(method, depth) if "%s" in method else method)
        if kind < 0.72:
            return self.filled(self.pick(*CALLS), depth)
        if kind < 0.76:
            return f"{self.primary(depth)}[{inner()}]"
        if kind < 0.79:
            return f"{self.primary(depth)}[{self.pick('', inner())}:{self.pick('', inner())}{self.pick('', ':' + inner())}]"
        if kind < 0.82:
            return "[" + ", ".join(self.pick("", "*") + inner() for _ in range(self.random.randrange(4))) + "]"
        if kind < 0.84:
            items = (f"{inner()}: {inner()}" if self.random.random() < 0.8 else f"**{inner()}" for _ in range(self.random.randrange(3)))
            return "{" + ", ".join(items) + "}"
        if kind < 0.86:
            return "{" + ", ".join(self.pick("", "", "*") + inner() for _ in range(self.random.randrange(1, 4))) + "}"
        if kind < 0.89:
            return self.comprehension(depth)
        if kind < 0.92:
            return f"({inner()} if {inner()} else {inner()})"
        if kind < 0.94:
            return f"({self.name()} := {inner()})" if depth < 2 else inner()
        if kind < 0.97:
            return "f'" + "".join(self.pick("t", "{" + self.name() + self.pick(*SPECS) + "}") for _ in range(3)) + "'"
        return f"(lambda {self.pick('', 'v', '*v', 'v=1', '**k')}: {self.pick('v', 'a', inner())})({inner() if self.random.random() < 0.5 else ''})"

    def comprehension(self, depth):
        v = self.pick("i", "j", "a")
        body = self.pick(v, f"({v}, {self.expression(depth + 1)})", self.expression(depth + 1))
        source = f"for {self.pick(v, v, v + ', z')} in {self.expression(depth + 1)}"
        source += self.pick("", f" if {v}", f" if {self.expression(depth + 2)}") + self.pick("", "", f" for j in {self.expression(depth + 2)}")
        return self.pick(f"[{body} {source}]", f"{{{body} {source}}}", f"{{{v}: {body} {source}}}", f"list({body} {source})")

    def target(self):
        name = self.name
        kinds = [name()] * 12 + [f"{name()}, {name()}"] * 2 + [f"{name()}, *{name()}", f"[{name()}, ({name()}, *{name()})]"]
        kinds += [f"{name()}[{self.expression(2)}]", f"{name()}.x", f"{name()}[{self.expression(2)}:{self.expression(2)}]"]
        return self.pick(*kinds)

    def place(self):
        return self.pick(self.name(), f"{self.name()}[{self.expression(2)}]", f"{self.name()}.x")

    def block(self, depth, within):
        return ["    " + line for _ in range(self.random.randrange(1, 4)) for line in self.statement(depth + 1, within)]

    def statement(self, depth, within):
        kind = self.random.random()
        if depth > 3 or kind < 0.33:
            return [f"{self.target()} = {self.expression()}"]
        if kind < 0.40:
            return [f"log({self.expression()})"]
        if kind < 0.45:
            return [f"{self.place()} {self.pick(*IN_PLACE)}= {self.expression()}"]
        if kind < 0.48:
            return [f"del {self.place()}"]
        if kind < 0.56:
            orelse = ["else:", *self.block(depth, within)] if self.random.random() < 0.5 else []
            return [f"if {self.expression()}:", *self.block(depth, within), *orelse]
        if kind < 0.63:
            orelse = ["else:", *self.block(depth, within)] if self.random.random() < 0.3 else []
            awaits = "async " if "coroutine" in within and self.random.random() < 0.5 else ""
            values = f"Several({self.expression()})" if awaits else f"cut({self.expression()})"
            return [f"{awaits}for {self.name()} in {values}:", *self.block(depth, within | {"loop"}), *orelse]
        if kind < 0.76:
            return self.attempt(depth, within)
        if kind < 0.80:
            return [f"raise {self.pick('Error(1)', 'ValueError', self.name(), '', 'KeyError(a) from Error(2)', 'Error from None', self.expression(2))}"]
        if kind < 0.84:
            awaits = "async " if "coroutine" in within and self.random.random() < 0.5 else ""
            return [f"{awaits}with Context({self.expression(2)}){self.pick('', ' as ' + self.name())}:", *self.block(depth, within)]
        if kind < 0.86:
            return [f"assert {self.expression()}{self.pick('', ', ' + self.expression(2))}"]
        if kind < 0.89 and "loop" in within:
            return [self.pick("break", "continue")]
        if kind < 0.92 and "function" in within:
            return [f"return {self.expression()}" if "generator" not in within else "return"]
        if kind < 0.94 and "generator" in within:
            values = f"{self.name()} = yield {self.expression()}", f"yield {self.expression()}", f"{self.name()} = yield from cut({self.expression()})"
            return [self.pick(*values)]
        if kind < 0.94 and "coroutine" in within:
            return [f"{self.name()} = await {self.pick('Awaitable', 'k', '')}({self.expression()})"]
        if kind < 0.965:
            cases = []
            for pattern in self.random.sample(PATTERNS, 3):
                cases += [f"    case {pattern.replace('~', ' ')}:", *("    " + line for line in self.block(depth, within))]
            return [f"match {self.expression()}:", *cases, "    case _:", "        log('no case')"]
        if kind < 0.98:
            name = self.name()
            free = self.pick("pass", f"nonlocal {name}; {name} = {self.expression(1)}") if "nested" not in within and "class" not in within else "pass"
            body = ["    " + free, *self.block(depth, frozenset({"function", "nested"}))]
            return [*(["@kept"] if self.random.random() < 0.3 else []), f"def inner({self.pick('', 'a=1', '*a', 'v, w=2')}):", *body, f"{self.name()} = inner"]
        if kind < 0.99:
            body = self.block(depth, frozenset({"class", "nested"}))
            base = self.pick("Plain", "Derived", "object", "Error", "metaclass=Meta", "int", "list", "dict", "Slotted")
            return [f"class Inner({base}):", *body, f"{self.name()} = Inner"]
        return [self.pick("pass", "global zz; zz = 1", f"import math; {self.name()} = math.{self.pick('sqrt', 'floor', 'gcd', 'isqrt')}({self.expression(2)})")]

    def attempt(self, depth, within):
        lines = ["try:", *self.block(depth, within)]
        if self.random.random() < 0.2:
            return [*lines, "finally:", *self.block(depth, within)]
        star = "*" if self.random.random() < 0.12 else ""
        for _ in range(self.random.randrange(1, 3)):
            inside = within - {"loop", "function", "generator"} if star else within
            lines += [f"except{star} {self.pick(*CAUGHT)}{self.pick('', ' as caught')}:", *self.block(depth, inside)]
        if self.random.random() < 0.3:
            lines += ["else:", *self.block(depth, within)]
        if self.random.random() < 0.3:
            lines += ["finally:", *self.block(depth, within)]
        return lines

    def function(self, head, within, last="pass"):
        first = self.pick("pass", "c = d = e = 0", "a = b = None")
        lines = [line for _ in range(self.random.randrange(1, 5)) for line in self.statement(1, frozenset(within))]
        return [head + ":", *("    " + line for line in (first, *lines, last))]

    def program(self):
        lines = self.function(f"def f({self.pick('a=1, b=2', 'a, *b, **c', 'a, /, b=(), *, c=3', '*a, d=1')})", {"function"})
        lines += self.function("def g(a, b=2)", {"generator", "function"}, "yield a")
        lines += self.function(f"def h({self.pick('a', 'a=(), b={}')})", {"function"})
        lines += self.function("async def k(a=1, b=2)", {"coroutine", "function"})
        lines += ["class Local(Plain):", *("    " + line for line in self.function("def method(self, a=1, *b)", {"function"}))]
        lines += ["def main():", "    a, b, c, d, e = " + ", ".join(self.pick(*ATOMS).replace("~", " ").replace(". name ", ".__name__") for _ in NAMES)]
        lines += ["    try:"]
        for _ in range(self.random.randrange(3, 9)):
            lines += ["        " + line for line in self.statement(0, frozenset({"function"}))]
        return "\n".join([*lines, "    finally:", "        log((a, b, c, d, e))", "        counts(a, b, c, d, e)"])


class Stop(BaseException):
    """The program said enough."""


MOST_SAID = 60
SHOWN = 200


def show(value):
    try:
        text = repr(value)
    except BaseException as error:
        return f"repr: {type(error).__name__} {str(error)[:80]}"
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    return text if len(text) < SHOWN else f"{text[:150]}… {len(text)}"


def entries(error):
    """A line for each error of a chain and each place of the program in its traceback."""
    for _ in range(4):
        if error is None:
            return
        yield f"!! {type(error).__name__} {show(error.args)}"
        entry = error.__traceback__
        while entry is not None:
            code = entry.tb_frame.f_code
            if code.co_filename == "<program>":
                yield f"   {code.co_qualname} {entry.tb_lineno} {list(code.co_positions())[entry.tb_lasti // 2]}"
            entry = entry.tb_next
        error = error.__cause__ or error.__context__


def run(text):
    """The lines that describe a run of a program."""
    lines = []

    def log(value):
        if len(lines) > MOST_SAID:
            raise Stop
        lines.append(show(value))

    def counts(*values):
        for value in values:
            references = sys.getrefcount(value)
            try:
                size = sys.getsizeof(value)
            except Exception as error:
                size = type(error).__name__
            if "0x" not in repr(type(value)) and type(value) is not str:
                lines.append(f"   references {references if references < 1000 else 'many'} size {size} tracked {gc.is_tracked(value)}")

    try:
        code = compile(text, "<program>", "exec")
    except SyntaxError as error:
        return [f"SyntaxError {error.msg} {error.lineno} {error.offset} {error.end_lineno} {error.end_offset}"]
    names = {"log": log, "counts": counts, "__name__": "program"}
    exec(PREAMBLE, names)
    exec(code, names)
    try:
        lines.append(f"-> {show(names['main']())}")
    except Stop:
        lines.append("stopped")
    except BaseException as error:
        lines += entries(error)
    names.clear()
    return lines


if __name__ == "__main__":
    gc.collect()
    gc.disable()
    warnings.simplefilter("ignore")
    shows_source = "source" in sys.argv
    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        program = Writer(seed).program()
        if shows_source:
            print(program)
        print("##", seed)
        print(*run(program), f"   collected {gc.collect()}", sep="\n", flush=True)
