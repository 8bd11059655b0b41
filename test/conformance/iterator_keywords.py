# Keywords that constructors of iterators and their subclasses take, and what reduce() says of its arguments.
import itertools, operator
from functools import reduce
def err(f):
    try: f(); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for cls,args in [(itertools.repeat,(1,2)),(zip,([1],)),(filter,(None,[0,1])),(itertools.filterfalse,(None,[0,1])),(itertools.chain,([1],[2])),(map,(str,[1])),(itertools.starmap,(pow,((2,3),))),(itertools.islice,([1,2],1,3)),(itertools.takewhile,(bool,[2])),(itertools.dropwhile,(bool,[2])),(itertools.cycle,([1],)),(itertools.compress,('ABC',[1,0,1])),(itertools.pairwise,([1,2],)),(itertools.batched,([1,2],2)),(itertools.accumulate,([1],)),(itertools.count,(1,)),(reversed,([1],)),(enumerate,([1],))]:
    try:
        class sub(cls): pass
    except TypeError as e: print(cls.__name__, e); continue
    class subi(cls):
        def __init__(self,*a,**k): pass
    class subn(cls):
        def __new__(c,*a,**k): return super().__new__(c,*a)
    print(cls.__name__); err(lambda: sub(*args,newarg=3)); err(lambda: subi(*args,newarg=3)); err(lambda: subn(*args,newarg=3)); err(lambda: cls(*args,newarg=3))
err(lambda: reduce(operator.add,[1],initial=2)); err(lambda: reduce(operator.add,iterable=[1])); err(lambda: reduce(operator.add)); err(lambda: reduce()); err(lambda: reduce(operator.add,[])); err(lambda: reduce(operator.add,3)); err(lambda: reduce(1,2,3,4))

# expect: repeat
# expect: TypeError repeat() takes at most 2 arguments (3 given)
# expect: TypeError repeat() takes at most 2 arguments (3 given)
# expect: ok
# expect: TypeError repeat() takes at most 2 arguments (3 given)
# expect: zip
# expect: TypeError zip() got an unexpected keyword argument 'newarg'
# expect: TypeError zip() got an unexpected keyword argument 'newarg'
# expect: ok
# expect: TypeError zip() got an unexpected keyword argument 'newarg'
# expect: filter
# expect: TypeError filter() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError filter() takes no keyword arguments
# expect: filterfalse
# expect: TypeError filterfalse() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError filterfalse() takes no keyword arguments
# expect: chain
# expect: TypeError chain() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError chain() takes no keyword arguments
# expect: map
# expect: TypeError map() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError map() takes no keyword arguments
# expect: starmap
# expect: TypeError starmap() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError starmap() takes no keyword arguments
# expect: islice
# expect: TypeError islice() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError islice() takes no keyword arguments
# expect: takewhile
# expect: TypeError takewhile() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError takewhile() takes no keyword arguments
# expect: dropwhile
# expect: TypeError dropwhile() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError dropwhile() takes no keyword arguments
# expect: cycle
# expect: TypeError cycle() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError cycle() takes no keyword arguments
# expect: compress
# expect: TypeError compress() takes at most 2 arguments (3 given)
# expect: TypeError compress() takes at most 2 arguments (3 given)
# expect: ok
# expect: TypeError compress() takes at most 2 arguments (3 given)
# expect: pairwise
# expect: TypeError pairwise() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError pairwise() takes no keyword arguments
# expect: batched
# expect: TypeError batched() got an unexpected keyword argument 'newarg'
# expect: TypeError batched() got an unexpected keyword argument 'newarg'
# expect: ok
# expect: TypeError batched() got an unexpected keyword argument 'newarg'
# expect: accumulate
# expect: TypeError accumulate() got an unexpected keyword argument 'newarg'
# expect: TypeError accumulate() got an unexpected keyword argument 'newarg'
# expect: ok
# expect: TypeError accumulate() got an unexpected keyword argument 'newarg'
# expect: count
# expect: TypeError count() got an unexpected keyword argument 'newarg'
# expect: TypeError count() got an unexpected keyword argument 'newarg'
# expect: ok
# expect: TypeError count() got an unexpected keyword argument 'newarg'
# expect: reversed
# expect: TypeError reversed() takes no keyword arguments
# expect: ok
# expect: ok
# expect: TypeError reversed() takes no keyword arguments
# expect: enumerate
# expect: TypeError enumerate() got an unexpected keyword argument 'newarg'
# expect: TypeError enumerate() got an unexpected keyword argument 'newarg'
# expect: ok
# expect: TypeError 'newarg' is an invalid keyword argument for enumerate()
# expect: TypeError reduce() takes no keyword arguments
# expect: TypeError reduce() takes no keyword arguments
# expect: TypeError reduce expected at least 2 arguments, got 1
# expect: TypeError reduce expected at least 2 arguments, got 0
# expect: TypeError reduce() of empty iterable with no initial value
# expect: TypeError reduce() arg 2 must support iteration
# expect: TypeError reduce expected at most 3 arguments, got 4
