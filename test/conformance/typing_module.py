class Box[T]:
    def get(self) -> T: return self.v
    def m[U: int](self, x: U) -> U: return x
print(Box.__type_params__, Box[int], Box.__orig_bases__, Box.__parameters__, Box[int]().m(3))  # expect: (T,) __main__.Box[int] (typing.Generic[T],) (T,) 3
class Two[A, *B, **C](Box[A]): pass
print(Two.__mro__, Two.__parameters__, Two[int, str, [int]])  # expect: (<class '__main__.Two'>, <class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>) (A, B, C) __main__.Two[int, str, [int]]
from typing import TypeVar,List,Union,Optional,Callable,Generic,ParamSpec,TypeVarTuple,Tuple,Unpack,NamedTuple,TypedDict,get_type_hints,runtime_checkable,Protocol,Literal,Annotated,Final,ClassVar,get_args,get_origin
import typing
T=TypeVar('T'); print(List[T][int], Union[T,int], Optional[T], T|int, int|T, Callable[[T],int][str])  # expect: typing.List[int] typing.Union[~T, int] typing.Optional[~T] typing.Union[~T, int] typing.Union[int, ~T] typing.Callable[[str], int]
class G(Generic[T]): pass
print(G[int], G[T], G.__parameters__)  # expect: __main__.G[int] __main__.G[~T] (~T,)
try: G[int,str]
except TypeError as e: print(e)  # expect: Too many arguments for <class '__main__.G'>; actual 2, expected 1
type Alias[K] = dict[K, int]
print(Alias[str], Alias[str].__value__, Alias.__value__)  # expect: Alias[str] dict[K, int] dict[K, int]
P=ParamSpec('P')
class Z(Generic[P]): pass
print(Z[[int,str]], Z[int], Z[...])  # expect: __main__.Z[[int, str]] __main__.Z[[int]] __main__.Z[...]
Ts=TypeVarTuple('Ts')
class V(Generic[*Ts]): pass
print(V[int,str], V[()], tuple[*Ts][int,str], Tuple[int, Unpack[Ts]][str])  # expect: __main__.V[int, str] __main__.V[()] tuple[int, str] typing.Tuple[int, str]
class NT(NamedTuple):
    x: int
    y: str = 'a'
print(NT(1), NT.__annotations__)  # expect: NT(x=1, y='a') {'x': <class 'int'>, 'y': <class 'str'>}
class TD(TypedDict, total=False):
    a: int
print(TD.__total__, TD(a=1), get_type_hints(NT))  # expect: False {'a': 1} {'x': <class 'int'>, 'y': <class 'str'>}
@runtime_checkable
class Pr(Protocol):
    def go(self): ...
class Go:
    def go(self): pass
class D[T=int]: pass
print(D[str], D.__type_params__[0].__default__, D.__parameters__)  # expect: __main__.D[str] <class 'int'> (T,)
def deco[**Q, R](f: Callable[Q,R]) -> Callable[Q,R]: return f
print(deco.__annotations__)  # expect: {'f': typing.Callable[Q, R], 'return': typing.Callable[Q, R]}
print(Literal[1,2], Annotated[int,3], Final[int], ClassVar[int], get_args(dict[str,int]), get_origin(List[int]))  # expect: typing.Literal[1, 2] typing.Annotated[int, 3] typing.Final[int] typing.ClassVar[int] (<class 'str'>, <class 'int'>) <class 'list'>
try: TypeVar('X', int)
except TypeError as e: print(e)  # expect: A single constraint is not allowed
try: TypeVar('X', bound=3)
except TypeError as e: print(e)
try: class_ = type('q',(Generic,),{})
except TypeError as e: print(e)  # expect: Cannot inherit from plain Generic
