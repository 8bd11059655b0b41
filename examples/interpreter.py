# An interpreter for a small language, in three steps: characters to tokens, tokens to a tree, the tree evaluated.
# Rows 2 and 8: the tree of the small program is objects with arrows, and what Python does with this file, this file does
# with that one. Look at "Names and objects" while parse() returns, and at the frames while factorial calls itself.


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line

    def __repr__(self):
        return f"{self.kind}:{self.text}"


class LanguageError(Exception):
    pass


WORDS = {"let", "fn", "if", "else", "while", "return", "print", "and", "or", "not", "true", "false", "nil"}
PAIRS = {"==", "!=", "<=", ">="}


def tokenize(source):
    at, line = 0, 1
    while at < len(source):
        character = source[at]
        start = at
        if character == "\n":
            line += 1
            at += 1
        elif character.isspace():
            at += 1
        elif character == "#":
            while at < len(source) and source[at] != "\n":
                at += 1
        elif character.isdigit():
            while at < len(source) and (source[at].isdigit() or source[at] == "."):
                at += 1
            yield Token("number", source[start:at], line)
        elif character.isalpha():
            while at < len(source) and (source[at].isalnum() or source[at] == "_"):
                at += 1
            word = source[start:at]
            yield Token("word" if word in WORDS else "name", word, line)
        elif character == '"':
            at = source.find('"', at + 1) + 1
            if at == 0:
                raise LanguageError(f"line {line}: this text has no end")
            yield Token("text", source[start + 1 : at - 1], line)
        else:
            at += 2 if source[at : at + 2] in PAIRS else 1
            yield Token("sign", source[start:at], line)
    yield Token("end", "", line)


# The tree is made of tuples: what it is, then its parts.
BINDING = [["or"], ["and"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]]


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, *texts):
        token = self.token
        if token.kind in ("sign", "word") and token.text in texts:
            self.at += 1
            return token
        return None

    def want(self, text):
        if not self.take(text):
            raise LanguageError(f"line {self.token.line}: wanted {text!r}, found {self.token.text!r}")

    def name(self):
        token = self.token
        if token.kind != "name":
            raise LanguageError(f"line {token.line}: wanted a name, found {token.text!r}")
        self.at += 1
        return token.text

    def program(self):
        statements = []
        while self.token.kind != "end":
            statements.append(self.statement())
        return ("block", statements)

    def block(self):
        self.want("{")
        statements = []
        while not self.take("}"):
            statements.append(self.statement())
        return ("block", statements)

    def statement(self):
        if self.take("let"):
            name = self.name()
            self.want("=")
            return ("let", name, self.expression())
        if self.take("fn"):
            name = self.name()
            return ("let", name, self.function(name))
        if self.take("if"):
            condition, then = self.expression(), self.block()
            return ("if", condition, then, self.block() if self.take("else") else ("block", []))
        if self.take("while"):
            return ("while", self.expression(), self.block())
        if self.take("return"):
            return ("return", self.expression())
        if self.take("print"):
            values = [self.expression()]
            while self.take(","):
                values.append(self.expression())
            return ("print", values)
        expression = self.expression()
        if self.take("="):
            if expression[0] != "name":
                raise LanguageError(f"line {self.token.line}: only a name can be assigned to")
            return ("assign", expression[1], self.expression())
        return ("do", expression)

    def function(self, name):
        self.want("(")
        parameters = []
        while not self.take(")"):
            parameters.append(self.name())
            self.take(",")
        return ("function", name, parameters, self.block())

    def expression(self, level=0):
        if level == len(BINDING):
            return self.prefix()
        left = self.expression(level + 1)
        while sign := self.take(*BINDING[level]):
            left = (sign.text, left, self.expression(level + 1))
        return left

    def prefix(self):
        if self.take("-"):
            return ("-", ("value", 0), self.prefix())
        if self.take("not"):
            return ("not", self.prefix())
        value = self.simple()
        while self.take("("):
            arguments = []
            while not self.take(")"):
                arguments.append(self.expression())
                self.take(",")
            value = ("call", value, arguments)
        return value

    def simple(self):
        token = self.token
        self.at += 1
        match token.kind, token.text:
            case "number", text:
                return ("value", float(text) if "." in text else int(text))
            case "text", text:
                return ("value", text)
            case "name", text:
                return ("name", text)
            case "word", ("true" | "false" | "nil") as text:
                return ("value", {"true": True, "false": False, "nil": None}[text])
            case "word", "fn":
                return self.function("fn")
            case "sign", "(":
                inner = self.expression()
                self.want(")")
                return inner
        raise LanguageError(f"line {token.line}: {token.text or 'the end'!r} cannot start a value")


class Scope:
    def __init__(self, outer=None):
        self.names = {}
        self.outer = outer

    def holder(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names
            scope = scope.outer
        raise LanguageError(f"nobody is called {name}")


class Function:
    def __init__(self, name, parameters, body, scope):
        self.name = name
        self.parameters = parameters
        self.body = body
        self.scope = scope

    def __str__(self):
        return f"<fn {self.name}({', '.join(self.parameters)})>"


class Return(Exception):
    def __init__(self, value):
        self.value = value


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


class Interpreter:
    def __init__(self):
        self.steps = 0
        self.outermost = Scope()
        self.outermost.names["text"] = lambda value: self.show(value)
        self.outermost.names["length"] = len

    def show(self, value):
        return {True: "true", False: "false", None: "nil"}[value] if value is None or value is True or value is False else str(value)

    def run(self, source):
        self.execute(Parser(source).program(), self.outermost)

    def execute(self, tree, scope):
        self.steps += 1
        match tree:
            case ("block", statements):
                for statement in statements:
                    self.execute(statement, scope)
            case ("let", name, value):
                scope.names[name] = self.evaluate(value, scope)
            case ("assign", name, value):
                scope.holder(name)[name] = self.evaluate(value, scope)
            case ("if", condition, then, otherwise):
                self.execute(then if self.evaluate(condition, scope) else otherwise, Scope(scope))
            case ("while", condition, body):
                while self.evaluate(condition, scope):
                    self.execute(body, Scope(scope))
            case ("return", value):
                raise Return(self.evaluate(value, scope))
            case ("print", values):
                print("  ", *[self.show(self.evaluate(value, scope)) for value in values])
            case ("do", expression):
                self.evaluate(expression, scope)

    def evaluate(self, tree, scope):
        self.steps += 1
        match tree:
            case ("value", value):
                return value
            case ("name", name):
                return scope.holder(name)[name]
            case ("function", name, parameters, body):
                return Function(name, parameters, body, scope)
            case ("and", left, right):
                return self.evaluate(left, scope) and self.evaluate(right, scope)
            case ("or", left, right):
                return self.evaluate(left, scope) or self.evaluate(right, scope)
            case ("not", inner):
                return not self.evaluate(inner, scope)
            case ("call", callee, arguments):
                return self.call(self.evaluate(callee, scope), [self.evaluate(value, scope) for value in arguments])
            case (sign, left, right):
                try:
                    return OPERATIONS[sign](self.evaluate(left, scope), self.evaluate(right, scope))
                except (TypeError, ZeroDivisionError) as error:
                    raise LanguageError(f"{sign} does not work here: {error}") from error

    def call(self, callee, arguments):
        if not isinstance(callee, Function):
            if callable(callee):
                return callee(*arguments)
            raise LanguageError(f"{self.show(callee)} cannot be called")
        if len(arguments) != len(callee.parameters):
            raise LanguageError(f"{callee.name} wants {len(callee.parameters)} values, not {len(arguments)}")
        scope = Scope(callee.scope)
        scope.names.update(zip(callee.parameters, arguments))
        try:
            self.execute(callee.body, scope)
        except Return as answer:
            return answer.value
        return None


PROGRAMS = {
    "factorial": "fn factorial(n) { if n < 2 { return 1 } return n * factorial(n - 1) } print factorial(5), factorial(20)",
    "closures": """
        fn counter(step) {
            let count = 0
            return fn() { count = count + step  return count }
        }
        let one = counter(1)  let ten = counter(10)
        one() one() ten()
        print "one", one(), "ten", ten(), one
    """,
    "primes": """
        let n = 2  let found = ""
        while n < 50 {
            let d = 2  let prime = true
            while d * d <= n and prime { if n % d == 0 { prime = false } d = d + 1 }
            if prime { found = found + text(n) + " " }
            n = n + 1
        }
        print found, length(found), "characters"
    """,
    "functions are values": "fn twice(f, x) { return f(f(x)) } print twice(fn(x) { return x * x }, 3), not nil",
    "a wrong type": 'print 1 + "one"',
    "an unknown name": "print 1\nprint missing",
    "a wrong sign": "let x = 1\nlet y = * 2",
    "no end": 'print "hello',
    "division": "print 7 / 2, 7 % 4, 1.5 * 2  print 1 / 0",
}

print(list(tokenize("let x = 40 + 2 # a note")))
print(Parser("let x = 1 + 2 * 3").program())
for title, source in PROGRAMS.items():
    print(f"{title}:")
    interpreter = Interpreter()
    try:
        interpreter.run(source)
    except LanguageError as error:
        print("   error:", error)
    print("  ", interpreter.steps, "steps")
