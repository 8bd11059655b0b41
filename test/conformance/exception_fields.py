class E(OSError):
    def __init__(self, a): super().__init__(5, a)
e=E("zz"); print(e, e.errno, e.strerror, e.args, repr(e))
class F(OSError):
    def __new__(c,*a,**k): return super().__new__(c,*a)
    def __init__(self,*a,**k): pass
print(F(2,"m","f").args, F(2,"m","f").filename)
for a in [(),(1,),(2,"x"),(2,"x","file"),(2,"x","f",None,"g"),(11,"b",77),(1,2,3,4,5,6),(99,"q"),(32,"p"),(None,None),(2,None,"f")]:
    e=OSError(*a); print(type(e).__name__, e.args, e, repr(e), e.errno, e.filename, e.filename2, e.__reduce__())
b=BlockingIOError(11,"b",77); print(b.characters_written); del b.characters_written
for s in ["b.characters_written","OSError(a=1)","E(a=1,b=2)","ImportError(foo=1)","NameError(x=1)","AttributeError(name=1,obj=2,a=3)","ValueError(a=1)","UnicodeEncodeError(1)","UnicodeEncodeError(1,2,3,4,5)","UnicodeDecodeError('a',2,3,4,'e')","UnicodeDecodeError('a',b'2','x',4,'e')","SyntaxError('a',(1,2))","SyntaxError('a',(1,2,3,4,5))","SyntaxError('a',(1,2,3,4,5,6,7))","SyntaxError('a',5)","ValueError().add_note(4)","ValueError().__setstate__(3)","ValueError().with_traceback(3)"]:
    try: print(s, repr(eval(s)))
    except Exception as x: print(s, type(x).__name__, x)
print(AttributeError("a",name="n",obj=3).__reduce__(), ImportError("m",name="n",path="p").__reduce__(), ImportError("m").__reduce__())
print(str(ImportError(3)), str(ImportError("m")), str(KeyError("a")), str(KeyError("a","b")), str(KeyError()))
print(UnicodeEncodeError("ascii","a\u20ac\U0001F600",1,2,"r"), UnicodeEncodeError("ascii","a\u20ac\U0001F600",2,3,"r"), UnicodeEncodeError("ascii","a\xe9",1,2,"r"),UnicodeEncodeError("ascii","abc",1,3,"r"))
print(UnicodeDecodeError("u","b\xff".encode("latin1") if 0 else b"b\xff",1,2,"r"), UnicodeTranslateError("ab",0,1,"x"), UnicodeTranslateError("ab",0,2,"x"))
s=SyntaxError("m",("/a/b.py",3,4,"text",5,6)); print(s, s.msg,s.filename,s.lineno,s.offset,s.text,s.end_lineno,s.end_offset,s.print_file_and_line)
print(SyntaxError("m",("b.py",None,4,"t")), SyntaxError("m",(None,7,4,"t")), SyntaxError(), SyntaxError("q"))
e=ValueError(1); e.x=2; print(e.__dict__, e.__reduce__()); e.__dict__={"y":1}; print(e.y)
try: del e.__dict__
except TypeError as x: print(x)
e.__setstate__({"q":5}); print(e.q)
m=[MemoryError(i) for i in range(40)]; print(m[3].args, m[39]); del m; print(MemoryError().args, MemoryError(4,5))
class M(MemoryError): pass
print(M(1), SystemExit().code, SystemExit(3).code, SystemExit(1,2).code, StopIteration().value, StopIteration(4,5).value)
e=ValueError(); e.__cause__=KeyError(1); print(e.__suppress_context__, repr(e.__cause__)); e.__cause__=None; print(e.__cause__)
for n,v in [("__cause__",3),("__context__",3),("__traceback__",3),("args",3)]:
    try: setattr(e,n,v)
    except TypeError as x: print(x)
    try: delattr(e,n)
    except TypeError as x: print(x)

# expect: [Errno 5] zz 5 zz (5, 'zz') E(5, 'zz')
# expect: (2, 'm') f
# expect: OSError ()  OSError() None None None (<class 'OSError'>, ())
# expect: OSError (1,) 1 OSError(1) None None None (<class 'OSError'>, (1,))
# expect: FileNotFoundError (2, 'x') [Errno 2] x FileNotFoundError(2, 'x') 2 None None (<class 'FileNotFoundError'>, (2, 'x'))
# expect: FileNotFoundError (2, 'x') [Errno 2] x: 'file' FileNotFoundError(2, 'x') 2 file None (<class 'FileNotFoundError'>, (2, 'x', 'file'))
# expect: FileNotFoundError (2, 'x') [Errno 2] x: 'f' -> 'g' FileNotFoundError(2, 'x') 2 f g (<class 'FileNotFoundError'>, (2, 'x', 'f', None, 'g'))
# expect: BlockingIOError (11, 'b', 77) [Errno 11] b BlockingIOError(11, 'b', 77) 11 None None (<class 'BlockingIOError'>, (11, 'b', 77))
# expect: OSError (1, 2, 3, 4, 5, 6) (1, 2, 3, 4, 5, 6) OSError(1, 2, 3, 4, 5, 6) None None None (<class 'OSError'>, (1, 2, 3, 4, 5, 6))
# expect: OSError (99, 'q') [Errno 99] q OSError(99, 'q') 99 None None (<class 'OSError'>, (99, 'q'))
# expect: BrokenPipeError (32, 'p') [Errno 32] p BrokenPipeError(32, 'p') 32 None None (<class 'BrokenPipeError'>, (32, 'p'))
# expect: OSError (None, None) [Errno None] None OSError(None, None) None None None (<class 'OSError'>, (None, None))
# expect: FileNotFoundError (2, None) [Errno 2] None: 'f' FileNotFoundError(2, None) 2 f None (<class 'FileNotFoundError'>, (2, None, 'f'))
# expect: 77
# expect: b.characters_written AttributeError characters_written
# expect: OSError(a=1) TypeError OSError() takes no keyword arguments
# expect: E(a=1,b=2) TypeError E.__init__() got an unexpected keyword argument 'b'
# expect: ImportError(foo=1) TypeError ImportError() got an unexpected keyword argument 'foo'
# expect: NameError(x=1) TypeError NameError() got an unexpected keyword argument 'x'
# expect: AttributeError(name=1,obj=2,a=3) TypeError AttributeError() takes at most 2 keyword arguments (3 given)
# expect: ValueError(a=1) TypeError ValueError() takes no keyword arguments
# expect: UnicodeEncodeError(1) TypeError function takes exactly 5 arguments (1 given)
# expect: UnicodeEncodeError(1,2,3,4,5) TypeError argument 1 must be str, not int
# expect: UnicodeDecodeError('a',2,3,4,'e') TypeError a bytes-like object is required, not 'int'
# expect: UnicodeDecodeError('a',b'2','x',4,'e') TypeError 'str' object cannot be interpreted as an integer
# expect: SyntaxError('a',(1,2)) TypeError function takes at least 4 arguments (2 given)
# expect: SyntaxError('a',(1,2,3,4,5)) TypeError end_offset must be provided when end_lineno is provided
# expect: SyntaxError('a',(1,2,3,4,5,6,7)) TypeError function takes at most 6 arguments (7 given)
# expect: SyntaxError('a',5) TypeError 'int' object is not iterable
# expect: ValueError().add_note(4) TypeError note must be a str, not 'int'
# expect: ValueError().__setstate__(3) TypeError state is not a dictionary
# expect: ValueError().with_traceback(3) TypeError __traceback__ must be a traceback or None
# expect: (<class 'AttributeError'>, ('a',), {'name': 'n', 'args': ('a',)}) (<class 'ImportError'>, ('m',), {'name': 'n', 'path': 'p'}) (<class 'ImportError'>, ('m',))
# expect-json: "3 m 'a' ('a', 'b') "
# expect: 'ascii' codec can't encode character '\u20ac' in position 1: r 'ascii' codec can't encode character '\U0001f600' in position 2: r 'ascii' codec can't encode character '\xe9' in position 1: r 'ascii' codec can't encode characters in position 1-2: r
# expect: 'u' codec can't decode byte 0xff in position 1: r can't translate character '\x61' in position 0: x can't translate characters in position 0-1: x
# expect: m (b.py, line 3) m /a/b.py 3 4 text 5 6 None
# expect: m (b.py) m (line 7) None q
# expect: {'x': 2} (<class 'ValueError'>, (1,), {'x': 2})
# expect: 1
# expect: cannot delete __dict__
# expect: 5
# expect: (3,) 39
# expect: () (4, 5)
# expect: 1 None 3 (1, 2) None 4
# expect: True KeyError(1)
# expect: None
# expect: exception cause must be None or derive from BaseException
# expect: __cause__ may not be deleted
# expect: exception context must be None or derive from BaseException
# expect: __context__ may not be deleted
# expect: __traceback__ must be a traceback or None
# expect: __traceback__ may not be deleted
# expect: 'int' object is not iterable
# expect: args may not be deleted
