# memoryview: items, slices, casts, release; and the buffers of bytes and bytearray.
b = bytearray(range(12))
m = memoryview(b)
print(len(m), m[0], m[-1], m[2:5].tolist(), m[::3].tobytes(), m.format, m.shape, m.strides, m.readonly, m.nbytes)
c = m.cast("I"); print(c.tolist(), c.itemsize, c[1]); c[0] = 0xffffffff; print(b, m == b, m[::-1] == bytes(b)[::-1])
d = m.cast("B", [3, 4]); print(d.tolist(), d[1, 2], d.ndim, d.shape, d.strides)
m[0:2] = b"ab"; print(b[:3], bytes(m), list(m)[:3], 97 in m)
try: b.append(1)
except BufferError as e: print(e)
for f in (lambda: m[20], lambda: m["a"], lambda: m.cast("z"), lambda: m.cast("Q")[0], lambda: memoryview(3), lambda: memoryview(b"a").__setitem__(0, 1), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: hash(m)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with memoryview(b"xyz") as v: print(hash(v) == hash(b"xyz"), v.hex(":"), v.obj, v.toreadonly().readonly)
try: v[0]
except ValueError as e: print(e)
d.release(); c.release(); m.release(); b.append(1); print(len(b))
print(b"".join([memoryview(b"a"), bytearray(b"b")]), bytes(memoryview(b"abc")[::2]), memoryview(b"abc") == b"abc")
f = memoryview(bytearray(8)).cast("d"); f[0] = 1.5; print(f.tolist(), f.cast("B").tobytes())
q = memoryview(bytearray(8)).cast("q"); q[0] = -2**63; print(q[0]); q[0] = -5; print(q.tolist())
print(str(b"ab", "ascii"), str(memoryview(b"zz"), "utf-8"), b"a" + memoryview(b"q"))

# expect: 12 0 11 [2, 3, 4] b'\x00\x03\x06\t' B (12,) (1,) False 12
# expect: [50462976, 117835012, 185207048] 4 117835012
# expect: bytearray(b'\xff\xff\xff\xff\x04\x05\x06\x07\x08\t\n\x0b') True True
# expect: [[255, 255, 255, 255], [4, 5, 6, 7], [8, 9, 10, 11]] 6 2 (3, 4) (4, 1)
# expect: bytearray(b'ab\xff') b'ab\xff\xff\x04\x05\x06\x07\x08\t\n\x0b' [97, 98, 255] True
# expect: Existing exports of data: object cannot be re-sized
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: TypeError cannot modify read-only memory
# expect: ValueError memoryview: invalid value for format 'B'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: ValueError cannot hash writable memoryview object
# expect: True 78:79:7a b'xyz' True
# expect: operation forbidden on released memoryview object
# expect: 13
# expect: b'ab' b'ac' True
# expect: [1.5] b'\x00\x00\x00\x00\x00\x00\xf8?'
# expect: -9223372036854775808
# expect: [-5]
# expect: ab zz b'aq'
