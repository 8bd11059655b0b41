# Names that are only handed on between scopes come in the order of a set.
import _symtable


def names(table):
    yield table.name, list(table.symbols)
    for child in table.children:
        yield from names(child)


def show(source):
    for name, symbols in names(_symtable.symtable(source, "<source>", "exec")):
        print(f"{name}: {' '.join(symbols)}")


WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau".split()


def source_of(count, parts):
    used = WORDS[:count]
    lines = ["def outer():"]
    lines += [f"    {word} = 1" for word in used]
    lines += ["    def between():"]
    for part in range(parts):
        mine = used[part::parts]
        lines += [f"        def inner{part}():", f"            return {', '.join(mine)}"]
    return "\n".join(lines) + "\n"


for count in (1, 2, 3, 4, 5, 6, 9, 13, 19):
    for parts in (1, 2, 3):
        show(source_of(count, parts))

# A class takes __class__ out, a comprehension what its function binds.
show("""
def outer(a, b, c, d, e):
    class Class:
        x = [a + y for y in b]
        def method(self):
            def inner():
                return super().method(), c, d, [z + e for z in a]
            return inner
        def other(self):
            return [__class__ for _ in b], {q: w for q in c for w in d if a}
    return Class
""")
show("""
def outer[T, *U, **V](x: T, one, two, three):
    type A[W] = tuple[T, U, V, W, x]
    class B[X]:
        def method[Y](self, k=lambda: (one, two)):
            return lambda: (three, T, X, Y, self, [one for _ in two])
    return lambda: [lambda: (one, two, three, i, T) for i in x]
""")

# expect: top: outer
# expect: outer: alpha between
# expect: between: inner0 alpha
# expect: inner0: alpha
# expect: top: outer
# expect: outer: alpha between
# expect: between: inner0 inner1 alpha
# expect: inner0: alpha
# expect-json: "inner1: "
# expect: top: outer
# expect: outer: alpha between
# expect: between: inner0 inner1 inner2 alpha
# expect: inner0: alpha
# expect-json: "inner1: "
# expect-json: "inner2: "
# expect: top: outer
# expect: outer: alpha beta between
# expect: between: inner0 alpha beta
# expect: inner0: alpha beta
# expect: top: outer
# expect: outer: alpha beta between
# expect: between: inner0 inner1 alpha beta
# expect: inner0: alpha
# expect: inner1: beta
# expect: top: outer
# expect: outer: alpha beta between
# expect: between: inner0 inner1 inner2 alpha beta
# expect: inner0: alpha
# expect: inner1: beta
# expect-json: "inner2: "
# expect: top: outer
# expect: outer: alpha beta gamma between
# expect: between: inner0 alpha beta gamma
# expect: inner0: alpha beta gamma
# expect: top: outer
# expect: outer: alpha beta gamma between
# expect: between: inner0 inner1 alpha beta gamma
# expect: inner0: alpha gamma
# expect: inner1: beta
# expect: top: outer
# expect: outer: alpha beta gamma between
# expect: between: inner0 inner1 inner2 alpha beta gamma
# expect: inner0: alpha
# expect: inner1: beta
# expect: inner2: gamma
# expect: top: outer
# expect: outer: alpha beta gamma delta between
# expect: between: inner0 alpha delta beta gamma
# expect: inner0: alpha beta gamma delta
# expect: top: outer
# expect: outer: alpha beta gamma delta between
# expect: between: inner0 inner1 alpha beta gamma delta
# expect: inner0: alpha gamma
# expect: inner1: beta delta
# expect: top: outer
# expect: outer: alpha beta gamma delta between
# expect: between: inner0 inner1 inner2 alpha beta gamma delta
# expect: inner0: alpha delta
# expect: inner1: beta
# expect: inner2: gamma
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon between
# expect: between: inner0 alpha beta gamma delta epsilon
# expect: inner0: alpha beta gamma delta epsilon
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon between
# expect: between: inner0 inner1 alpha beta gamma delta epsilon
# expect: inner0: alpha gamma epsilon
# expect: inner1: beta delta
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon between
# expect: between: inner0 inner1 inner2 alpha beta gamma delta epsilon
# expect: inner0: alpha delta
# expect: inner1: beta epsilon
# expect: inner2: gamma
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta between
# expect: between: inner0 zeta alpha beta gamma delta epsilon
# expect: inner0: alpha beta gamma delta epsilon zeta
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta between
# expect: between: inner0 inner1 alpha beta zeta gamma delta epsilon
# expect: inner0: alpha gamma epsilon
# expect: inner1: beta delta zeta
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta between
# expect: between: inner0 inner1 inner2 alpha beta zeta gamma delta epsilon
# expect: inner0: alpha delta
# expect: inner1: beta epsilon
# expect: inner2: gamma zeta
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota between
# expect: between: inner0 alpha beta theta iota zeta eta gamma delta epsilon
# expect: inner0: alpha beta gamma delta epsilon zeta eta theta iota
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota between
# expect: between: inner0 inner1 alpha beta theta iota zeta eta gamma delta epsilon
# expect: inner0: alpha gamma epsilon eta iota
# expect: inner1: beta delta zeta theta
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota between
# expect: between: inner0 inner1 inner2 alpha beta theta iota zeta eta gamma delta epsilon
# expect: inner0: alpha delta eta
# expect: inner1: beta epsilon theta
# expect: inner2: gamma zeta iota
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu between
# expect: between: inner0 alpha beta kappa theta iota nu zeta lambda_ eta mu gamma delta epsilon
# expect: inner0: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu between
# expect: between: inner0 inner1 alpha beta kappa nu lambda_ eta delta mu iota zeta gamma theta epsilon
# expect: inner0: alpha gamma epsilon eta iota lambda_ nu
# expect: inner1: beta delta zeta theta kappa mu
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu between
# expect: between: inner0 inner1 inner2 alpha beta kappa nu lambda_ eta delta mu iota zeta gamma theta epsilon
# expect: inner0: alpha delta eta kappa nu
# expect: inner1: beta epsilon theta lambda_
# expect: inner2: gamma zeta iota mu
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau between
# expect: between: inner0 alpha beta kappa rho nu pi lambda_ tau eta xi delta mu omicron iota zeta sigma gamma theta epsilon
# expect: inner0: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau between
# expect: between: inner0 inner1 alpha beta kappa rho nu pi lambda_ tau eta xi delta mu omicron iota zeta sigma gamma theta epsilon
# expect: inner0: alpha gamma epsilon eta iota lambda_ nu omicron rho tau
# expect: inner1: beta delta zeta theta kappa mu xi pi sigma
# expect: top: outer
# expect: outer: alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau between
# expect: between: inner0 inner1 inner2 alpha beta kappa rho nu pi lambda_ tau eta xi delta mu omicron iota zeta sigma gamma theta epsilon
# expect: inner0: alpha delta eta kappa nu pi tau
# expect: inner1: beta epsilon theta lambda_ xi rho
# expect: inner2: gamma zeta iota mu omicron sigma
# expect: top: outer
# expect: outer: a b c d e Class
# expect: Class: x b method other y a d c e
# expect: method: self inner d c a e __class__
# expect: inner: super __class__ c d a z e
# expect: other: self b c _ __class__ q w d a
# expect: top: outer
# expect: outer: .defaults T U V
# expect: outer: x one two three A B U V T
# expect: A: W x V T U
# expect: A: tuple T U V W x
# expect: B: .type_params .generic_base X one T three two
# expect: B: __type_params__ .type_params method one X two three T
# expect: lambda: one two
# expect: method: __classdict__ .defaults Y one X T three two
# expect: method: self k one X T three two Y
# expect: lambda: three T X Y self two _ one
# expect: lambda: x i one T three two
# expect: lambda: one two three i T
