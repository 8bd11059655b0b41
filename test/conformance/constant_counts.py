# A constant of a text that runs is held once more by what compiled it, while it runs; sys.getrefcount tells it.
import sys
R=sys.getrefcount
print(R(1000), R(1.5), R("hello world"), R((1000,2)), R(b"abc def"), R(10**30), R(1j), R(-1000), R("ab"*3), R("x y"))
x=1000; y=1.5; s="hello world"; t=(1,2.5); u=x
print(R(x), R(y), R(s), R(t))
def f():
    a=1000; b=2000; c="in a func"; d=(1,(2,3))
    return R(a),R(b),R(c),R(d),R(d[1]), R(None), R(f), R("once more")
print(f()); print(f())
class K:
    z=123456; w="w w"
print(R(K.z),R(K.w)); 
exec("p=98765; print(R(p), R('some text'))")
q=eval("77777"); print(R(q))
l=[5000,5000,5001]; print(R(l[0]), R(l[2])); 
for v in (6000,6001): print(R(v))

# expect: 5 3 3 3 4 3 3 3 3 3
# expect: 7 4 4 4
# expect: (8, 4, 4, 4, 3, 4294967295, 3, 3)
# expect: (8, 4, 4, 4, 3, 4294967295, 3, 3)
# expect: 4 4
# expect: 4 3
# expect: 2
# expect: 6 4
# expect: 4
# expect: 4
