# Which strings are interned decides the order of a set of constants; and how long names live.
import marshal
import sys


def built(*parts):
    return "".join(parts)


# -- the order of sets --------------------------------------------------------------------------------------------------


def unsettled(word):
    """Fillers with which a set changes its order each time it is made anew from itself."""
    for n in range(0, 600, 3):
        items = [word] + ["qz%dzq" % (n + k) for k in range(3)]
        first = list(frozenset(items))
        second = list(frozenset(first))
        if second != list(frozenset(second)):
            return items


def order(word):
    items = unsettled(word)
    code = compile("0 in {%s}" % ", ".join(map(repr, items)), "f", "eval")
    return list(code.co_consts[1])


# One a line: names that the start interns, for many reasons; then names that it does not.
WORDS = """
append PYTHONPATH PC_NAME_MAX SC_PAGESIZE CS_PATH HAVE_FCHMOD SIGWINCH ITIMER_REAL alarm fork memfd_create uname
sched_priority f_bavail nodename children_user si_signo executable_dir use_frozen_modules VENV_LANDMARK getpath
orelse finalbody keywords handlers
delimiter namedtuple cache_info_type object_hook SignalDict Generic maketrans zipimport pw_name gr_gid _run_exitfuncs
some_name another_name linecache uncollectable
"""
for word in WORDS.split():
    print(*order(word))

# -- how long --------------------------------------------------------------------------------------------------------------

IMMORTAL = 1 << 30
SOURCE = """
def outer_f(arg_one):
    cell_v = 1
    class InnerK:
        def meth_x(self): return cell_v
        attr_zz = "const_str"
    return InnerK, "not a name", ("in_tuple", ("in_inner",))
"""


def tell(what, o):
    print(what, repr(o), sys._is_interned(o), sys.getrefcount(o) > IMMORTAL)


def walk(code):
    tell("name", code.co_name)
    tell("qualname", code.co_qualname)
    tell("filename", code.co_filename)
    for name in code.co_names + code.co_varnames + code.co_cellvars + code.co_freevars:
        tell("variable", name)
    for constant in code.co_consts:
        if isinstance(constant, tuple) and constant:
            constant = constant[0]
        if hasattr(constant, "co_consts"):
            walk(constant)
        elif isinstance(constant, str):
            tell("constant", constant)


walk(compile(SOURCE, built("fi", "le"), "exec"))
walk(marshal.loads(marshal.dumps(compile(SOURCE.replace("_", "__"), built("fi", "le2"), "exec"))))
walk(
    walk.__code__.replace(
        co_name=built("new", "n"),
        co_qualname=built("q.", "new"),
        co_filename=built("fi", "le3"),
        co_names=walk.__code__.co_names[:-1] + (built("na", "1"),),
        co_consts=(built("co", "1"), built("a ", "b"), (built("co", "2"),)),
    )
)


class Plain:
    pass


o = Plain()
setattr(o, built("dyn", "amic"), 1)
for name in o.__dict__:
    tell("attribute", name)
import ast

tree = ast.parse(built("na", "me9 = 'text9'"))
tell("identifier", tree.body[0].targets[0].id)
tell("string", tree.body[0].value.value)

# expect: append qz5zq qz3zq qz4zq
# expect: qz5zq PYTHONPATH qz3zq qz4zq
# expect: PC_NAME_MAX qz5zq qz3zq qz4zq
# expect: qz2zq SC_PAGESIZE qz1zq qz0zq
# expect: qz2zq CS_PATH qz1zq qz0zq
# expect: qz20zq qz18zq qz19zq HAVE_FCHMOD
# expect: qz20zq qz18zq qz19zq SIGWINCH
# expect: ITIMER_REAL qz0zq qz2zq qz1zq
# expect: alarm qz23zq qz22zq qz21zq
# expect: fork qz0zq qz2zq qz1zq
# expect: memfd_create qz5zq qz3zq qz4zq
# expect: qz23zq uname qz22zq qz21zq
# expect: qz23zq qz22zq qz21zq sched_priority
# expect: qz2zq f_bavail qz1zq qz0zq
# expect: qz2zq nodename qz1zq qz0zq
# expect: qz23zq qz22zq qz21zq children_user
# expect: qz5zq si_signo qz3zq qz4zq
# expect: qz2zq executable_dir qz1zq qz0zq
# expect: qz2zq qz0zq qz1zq use_frozen_modules
# expect: qz4zq qz5zq qz3zq VENV_LANDMARK
# expect: qz4zq qz5zq qz3zq getpath
# expect: qz2zq qz0zq qz1zq orelse
# expect: finalbody qz23zq qz22zq qz21zq
# expect: qz11zq keywords qz10zq qz9zq
# expect: handlers qz23zq qz22zq qz21zq
# expect: delimiter qz23zq qz22zq qz21zq
# expect: namedtuple qz0zq qz2zq qz1zq
# expect: cache_info_type qz23zq qz22zq qz21zq
# expect: qz15zq object_hook qz16zq qz17zq
# expect: qz4zq qz5zq qz3zq SignalDict
# expect: qz4zq qz5zq qz3zq Generic
# expect: qz2zq maketrans qz1zq qz0zq
# expect: zipimport qz5zq qz3zq qz4zq
# expect: qz3zq qz5zq pw_name qz4zq
# expect: qz15zq qz17zq qz16zq gr_gid
# expect: qz2zq qz0zq qz1zq _run_exitfuncs
# expect: qz2zq some_name qz1zq qz0zq
# expect: qz5zq another_name qz3zq qz4zq
# expect: qz5zq qz3zq qz4zq linecache
# expect: qz15zq qz17zq qz16zq uncollectable
# expect: name '<module>' True True
# expect: qualname '<module>' True True
# expect: filename 'file' True True
# expect: variable 'outer_f' True True
# expect: name 'outer_f' True True
# expect: qualname 'outer_f' True True
# expect: filename 'file' True True
# expect: variable 'arg_one' True True
# expect: variable 'InnerK' True True
# expect: variable 'cell_v' True True
# expect: name 'InnerK' True True
# expect: qualname 'outer_f.<locals>.InnerK' True False
# expect: filename 'file' True True
# expect: variable '__name__' True True
# expect: variable '__module__' True True
# expect: variable '__qualname__' True True
# expect: variable '__firstlineno__' True True
# expect: variable 'meth_x' True True
# expect: variable 'attr_zz' True True
# expect: variable '__static_attributes__' True True
# expect: variable 'cell_v' True True
# expect: constant 'outer_f.<locals>.InnerK' True False
# expect: name 'meth_x' True True
# expect: qualname 'outer_f.<locals>.InnerK.meth_x' True False
# expect: filename 'file' True True
# expect: variable 'self' True True
# expect: variable 'cell_v' True True
# expect: constant 'const_str' True False
# expect: constant 'InnerK' True True
# expect: constant 'not a name' False False
# expect: constant 'in_tuple' True False
# expect: name '<module>' True True
# expect: qualname '<module>' True True
# expect: filename 'file2' True True
# expect: variable 'outer__f' True True
# expect: name 'outer__f' True True
# expect: qualname 'outer__f' True True
# expect: filename 'file2' True True
# expect: variable 'arg__one' True True
# expect: variable 'InnerK' True True
# expect: variable 'cell__v' True True
# expect: name 'InnerK' True True
# expect: qualname 'outer__f.<locals>.InnerK' True True
# expect: filename 'file2' True True
# expect: variable '__name__' True True
# expect: variable '__module__' True True
# expect: variable '__qualname__' True True
# expect: variable '__firstlineno__' True True
# expect: variable 'meth__x' True True
# expect: variable 'attr__zz' True True
# expect: variable '__static_attributes__' True True
# expect: variable 'cell__v' True True
# expect: constant 'outer__f.<locals>.InnerK' True True
# expect: name 'meth__x' True True
# expect: qualname 'outer__f.<locals>.InnerK.meth__x' True True
# expect: filename 'file2' True True
# expect: variable 'self' True True
# expect: variable 'cell__v' True True
# expect: constant 'const__str' True True
# expect: constant 'InnerK' True True
# expect: constant 'not a name' False False
# expect: constant 'in__tuple' True True
# expect: name 'newn' True False
# expect: qualname 'q.new' True False
# expect: filename 'file3' True False
# expect: variable 'tell' True True
# expect: variable 'co_name' True True
# expect: variable 'co_qualname' True True
# expect: variable 'co_filename' True True
# expect: variable 'co_names' True True
# expect: variable 'co_varnames' True True
# expect: variable 'co_cellvars' True True
# expect: variable 'co_freevars' True True
# expect: variable 'co_consts' True True
# expect: variable 'isinstance' True True
# expect: variable 'tuple' True True
# expect: variable 'hasattr' True True
# expect: variable 'walk' True True
# expect: variable 'na1' True True
# expect: variable 'code' True True
# expect: variable 'name' True True
# expect: variable 'constant' True True
# expect: constant 'co1' True False
# expect: constant 'a b' False False
# expect: constant 'co2' True False
# expect: attribute 'dynamic' True False
# expect: identifier 'name9' True True
# expect: string 'text9' False False
