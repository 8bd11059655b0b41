eg=ExceptionGroup("msg",[ValueError(1),TypeError("a"),ExceptionGroup("in",[KeyError(2),ValueError(3)])])
print(eg); print(repr(eg)); print(eg.exceptions, eg.message)
print(eg.split(ValueError)); print(eg.subgroup(KeyError)); print(eg.subgroup(OSError)); print(eg.split(lambda e: isinstance(e,TypeError)))
print(type(BaseExceptionGroup("x",[ValueError()])), type(BaseExceptionGroup("x",[KeyboardInterrupt()])))
print(ExceptionGroup.__mro__, ExceptionGroup.__module__)
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message, excs)
m=My("q",[ValueError(),TypeError()]); m.add_note("hi")
a,b=m.split(ValueError); print(type(a),type(b),a.__notes__)
try:
    try:
        raise eg
    except* ValueError as e: print("caught", repr(e))
    except* KeyError as e: raise RuntimeError("r")
except BaseException as e: print(repr(e), repr(e.exceptions))
try:
    try: raise ValueError(5)
    except* ValueError as e: print(repr(e))
    except* KeyError: pass
    try: raise ValueError(5)
    except* KeyError: pass
except BaseException as e: print(repr(e))
for s in ["BaseExceptionGroup(1)","BaseExceptionGroup(1,2)","BaseExceptionGroup('a',[])","BaseExceptionGroup('a',[1])","BaseExceptionGroup('a',{})","ExceptionGroup('a',[KeyboardInterrupt()])","My('a',[KeyboardInterrupt()])","eg.split(1)","ExceptionGroup[int]"]:
    try: print(eval(s))
    except Exception as e: print(s, type(e).__name__, e)


def handled():
    try:
        raise ValueError(1)
    except* ValueError as group:
        # The group that is made around a lone exception has passed no line yet.
        print(repr(group), group.__traceback__, group.exceptions[0].__traceback__.tb_lineno)


handled()

# expect: msg (3 sub-exceptions)
# expect: ExceptionGroup('msg', [ValueError(1), TypeError('a'), ExceptionGroup('in', [KeyError(2), ValueError(3)])])
# expect: (ValueError(1), TypeError('a'), ExceptionGroup('in', [KeyError(2), ValueError(3)])) msg
# expect: (ExceptionGroup('msg', [ValueError(1), ExceptionGroup('in', [ValueError(3)])]), ExceptionGroup('msg', [TypeError('a'), ExceptionGroup('in', [KeyError(2)])]))
# expect: msg (1 sub-exception)
# expect: None
# expect: (ExceptionGroup('msg', [TypeError('a')]), ExceptionGroup('msg', [ValueError(1), ExceptionGroup('in', [KeyError(2), ValueError(3)])]))
# expect: <class 'ExceptionGroup'> <class 'BaseExceptionGroup'>
# expect: (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) builtins
# expect: <class '__main__.My'> <class '__main__.My'> ['hi']
# expect: caught ExceptionGroup('msg', [ValueError(1), ExceptionGroup('in', [ValueError(3)])])
# expect: ExceptionGroup('', [RuntimeError('r'), ExceptionGroup('msg', [TypeError('a')])]) (RuntimeError('r'), ExceptionGroup('msg', [TypeError('a')]))
# expect: ExceptionGroup('', (ValueError(5),))
# expect: ValueError(5)
# expect: BaseExceptionGroup(1) TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: BaseExceptionGroup(1,2) TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: BaseExceptionGroup('a',[]) ValueError second argument (exceptions) must be a non-empty sequence
# expect: BaseExceptionGroup('a',[1]) ValueError Item 0 of second argument (exceptions) is not an exception
# expect: BaseExceptionGroup('a',{}) TypeError second argument (exceptions) must be a sequence
# expect: ExceptionGroup('a',[KeyboardInterrupt()]) TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: My('a',[KeyboardInterrupt()]) TypeError Cannot nest BaseExceptions in 'My'
# expect: eg.split(1) TypeError expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: ExceptionGroup[int]
# expect: ExceptionGroup('', (ValueError(1),)) None 30
