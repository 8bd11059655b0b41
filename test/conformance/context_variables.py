# _contextvars: variables, contexts that run things, tokens, and what each refuses.
from _contextvars import Context, ContextVar, Token, copy_context


def attempt(action, *arguments, **keywords):
    try:
        print(action(*arguments, **keywords))
    except Exception as error:
        text = str(error)
        print(type(error).__name__, text.split(" at 0x")[0].split(" object")[0])


plain = ContextVar("plain")
ready = ContextVar("ready", default=5)
attempt(plain.get)
attempt(ready.get)
attempt(plain.get, "given")
attempt(ready.get, "given")
token = plain.set(1)
print(plain.get(), token.old_value, token.var is plain, Token.MISSING, plain.name)
second = plain.set(2)
print(second.old_value, plain.get())
plain.reset(second)
print(plain.get())
attempt(plain.reset, second)
attempt(ready.reset, token)
attempt(plain.reset, 7)
plain.reset(token)
attempt(plain.get)
print(repr(ready).split(" at ")[0], repr(token).split(" at ")[0])
ready.set("outer")
context = copy_context()
print(len(context), context[ready], ready in context, plain in context, list(context.values()), context.get(plain), context.get(plain, 3))
attempt(lambda: context[plain])
attempt(lambda: context["text"])
attempt(lambda: "text" in context)
attempt(context.get, 1)


def inside(value, *, then=None):
    ready.set(value)
    attempt(context.run, print)
    if then is not None:
        then()
    return plain.set("set inside")


made = context.run(inside, "inner", then=lambda: print("nested", Context().run(lambda: ready.get())))
print(ready.get(), context[ready], context[plain], len(context), len(copy_context()))
attempt(plain.reset, made)
attempt(context.run)
attempt(context.run, lambda: 1 / 0)
print(context.run(lambda: (yield_all := list(numbers())) and yield_all[-1]) if (numbers := lambda: iter([1, 2, 3])) else None)
copy = context.copy()
print(copy == context, copy != context, copy == Context(), Context() == Context(), copy == 1)
copy.run(plain.set, "other")
print(copy == context, context[plain], copy[plain])
print({v.name: x for v, x in copy.items()} == {v.name: copy[v] for v in copy}, sorted(v.name for v in copy.keys()))
attempt(ContextVar)
attempt(ContextVar, 1)
attempt(ContextVar, "a", 2)
attempt(Context, 1)
attempt(Token)
attempt(hash, context)
print(ContextVar[int], isinstance(hash(plain), int), hash(plain) == hash(plain))


def generator():
    while True:
        yield ready.get()


g = generator()
print(next(g), context.run(next, g), context.run(lambda: [ready.get() for _ in range(2)]))
print(Context.__basicsize__, ContextVar.__basicsize__, Token.__basicsize__)

# expect: LookupError <ContextVar name='plain'
# expect: 5
# expect: given
# expect: given
# expect: 1 <Token.MISSING> True <Token.MISSING> plain
# expect: 1 2
# expect: 1
# expect: RuntimeError <Token used var=<ContextVar name='plain'
# expect: ValueError <Token var=<ContextVar name='plain'
# expect: TypeError expected an instance of Token, got 7
# expect: LookupError <ContextVar name='plain'
# expect: <ContextVar name='ready' default=5 <Token used var=<ContextVar name='plain'
# expect: 1 outer True False ['outer'] None 3
# expect: KeyError <ContextVar name='plain'
# expect: TypeError a ContextVar key was expected, got 'text'
# expect: TypeError a ContextVar key was expected, got 'text'
# expect: TypeError a ContextVar key was expected, got 1
# expect: RuntimeError cannot enter context: <_contextvars.Context
# expect: nested 5
# expect: outer inner set inside 2 1
# expect: ValueError <Token var=<ContextVar name='plain'
# expect: TypeError run() missing 1 required positional argument
# expect: ZeroDivisionError division by zero
# expect: 3
# expect: True False False True False
# expect: False set inside other
# expect: True ['plain', 'ready']
# expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
# expect: TypeError context variable name must be a str
# expect: TypeError ContextVar() takes at most 1 positional argument (2 given)
# expect: TypeError Context() does not accept any arguments
# expect: RuntimeError Tokens can only be created by ContextVars
# expect: TypeError unhashable type: '_contextvars.Context'
# expect: _contextvars.ContextVar[int] True True
# expect: outer inner ['inner', 'inner']
# expect: 48 64 48
