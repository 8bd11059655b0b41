import sys,_md5,_sha1,_sha2,_sha3,_blake2
def t(f,*a,**k):
    try:
        r=f(*a,**k); print(repr(r) if '0x' not in repr(r) else type(r).__name__)
    except BaseException as e: print(type(e).__name__, e)
for m in (_md5,_sha1,_sha2,_sha3,_blake2): print(m.__name__,[n for n in dir(m) if n[:2]!='__'])
objs=[(f,f()) for f in (_md5.md5,_sha1.sha1,_sha2.sha224,_sha2.sha256,_sha2.sha384,_sha2.sha512,_sha3.sha3_224,_sha3.sha3_256,_sha3.sha3_384,_sha3.sha3_512,_sha3.shake_128,_sha3.shake_256,_blake2.blake2b,_blake2.blake2s)]
for f,o in objs:
    T=type(o); print(T, T.__name__, T.__module__, T.__basicsize__, sys.getsizeof(o), o.name,o.digest_size,o.block_size, repr(o).split(' at ')[0])
    print({n:getattr(T,n).__text_signature__ for n in T.__dict__ if n[:2]!='__' and hasattr(getattr(T,n),'__text_signature__')})
for f,o in objs:
    a=(10,) if 'shake' in o.name else ()
    t(o.update,1); t(o.update,'x'); t(o.update); t(o.update,b'a',b'b'); t(f,'x'); t(f,1); t(f,b'x',b'y'); t(f,b'x',usedforsecurity=False); t(f,string=b'x'); t(f,data=b'x'); t(f,foo=1); t(o.digest,1); t(o.digest); t(o.hexdigest,*a); t(o.copy().update,memoryview(b'abc')); t(setattr,o,'name',1); t(type(o)); t(f,b'x', usedforsecurity=5)
s=_sha3.shake_128(b'')
t(s.digest,-1); t(s.digest,'x'); t(s.digest,0); t(s.digest,2**29); t(s.digest,2**70); t(s.hexdigest,5); t(s.digest,length=4)
B=_blake2.blake2b
t(B,digest_size=0); t(B,digest_size=65); t(B,digest_size=10,key=b'k'*64); t(B,key=b'k'*65); t(B,salt=b's'*17); t(B,person=b'p'*17); t(B,fanout=256); t(B,fanout=-1); t(B,depth=0); t(B,depth=256); t(B,leaf_size=2**32); t(B,leaf_size=-1); t(B,node_offset=2**64); t(B,node_offset=-1); t(B,node_depth=256); t(B,inner_size=65); t(B,last_node=True); t(B,key='x'); t(B,salt='x'); t(B,digest_size='x'); t(B,b'',5); t(_blake2.blake2s,node_offset=2**48); t(_blake2.blake2s,salt=b'123456789'); t(_blake2.blake2s,digest_size=33)
t(B,tree=1)
for n in ('MAX_DIGEST_SIZE','MAX_KEY_SIZE','SALT_SIZE','PERSON_SIZE'): print(n,getattr(B,n),getattr(_blake2.blake2s,n))
d=bytes(range(256))*9
import itertools
for f,o in objs:
    sh='shake' in o.name
    out=0
    for n in list(range(0,260))+[511,512,513,1000,2000,2300]:
        h=f(d[:n]); x=h.digest(50) if sh else h.digest()
        g=f(); g.update(d[:n//3]); g.update(d[n//3:n]); y=g.copy(); assert (y.digest(50) if sh else y.digest())==x
        for c in x: out=(out*31+c)%4294967291
    print(o.name,out,x.hex())
for kw in [dict(digest_size=20),dict(key=b'key'),dict(key=b'k'*32,salt=b'salt',person=b'me'),dict(fanout=2,depth=3,leaf_size=100,node_offset=5,node_depth=1,inner_size=32,last_node=True),dict(node_offset=2**40)]:
    for f in (B,_blake2.blake2s): print(f(d,**kw).hexdigest(), f(b'',**kw).hexdigest(), f(d[:128],**kw).hexdigest())

import hashlib
print(hashlib.md5(b'x').hexdigest(), hashlib.new('sha256', b'abc').hexdigest(), hashlib.sha3_256(b'').name, sorted(hashlib.algorithms_guaranteed))

# expect: _md5 ['MD5Type', 'md5']
# expect: _sha1 ['SHA1Type', 'sha1']
# expect: _sha2 ['SHA224Type', 'SHA256Type', 'SHA384Type', 'SHA512Type', 'sha224', 'sha256', 'sha384', 'sha512']
# expect: _sha3 ['implementation', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256']
# expect: _blake2 ['BLAKE2B_MAX_DIGEST_SIZE', 'BLAKE2B_MAX_KEY_SIZE', 'BLAKE2B_PERSON_SIZE', 'BLAKE2B_SALT_SIZE', 'BLAKE2S_MAX_DIGEST_SIZE', 'BLAKE2S_MAX_KEY_SIZE', 'BLAKE2S_PERSON_SIZE', 'BLAKE2S_SALT_SIZE', 'blake2b', 'blake2s']
# expect: <class '_md5.md5'> md5 _md5 32 48 md5 16 64 <_md5.md5 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha1.sha1'> sha1 _sha1 40 56 sha1 20 64 <_sha1.sha1 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha2.SHA224Type'> SHA224Type _sha2 32 48 sha224 28 64 <_sha2.SHA224Type object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha2.SHA256Type'> SHA256Type _sha2 32 48 sha256 32 64 <_sha2.SHA256Type object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha2.SHA384Type'> SHA384Type _sha2 32 48 sha384 48 128 <_sha2.SHA384Type object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha2.SHA512Type'> SHA512Type _sha2 32 48 sha512 64 128 <_sha2.SHA512Type object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, obj, /)'}
# expect: <class '_sha3.sha3_224'> sha3_224 _sha3 32 32 sha3_224 28 144 <_sha3.sha3_224 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: <class '_sha3.sha3_256'> sha3_256 _sha3 32 32 sha3_256 32 136 <_sha3.sha3_256 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: <class '_sha3.sha3_384'> sha3_384 _sha3 32 32 sha3_384 48 104 <_sha3.sha3_384 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: <class '_sha3.sha3_512'> sha3_512 _sha3 32 32 sha3_512 64 72 <_sha3.sha3_512 object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: <class '_sha3.shake_128'> shake_128 _sha3 32 32 shake_128 0 168 <_sha3.shake_128 object
# expect: {'copy': '($self, /)', 'digest': '($self, length, /)', 'hexdigest': '($self, length, /)', 'update': '($self, data, /)'}
# expect: <class '_sha3.shake_256'> shake_256 _sha3 32 32 shake_256 0 136 <_sha3.shake_256 object
# expect: {'copy': '($self, /)', 'digest': '($self, length, /)', 'hexdigest': '($self, length, /)', 'update': '($self, data, /)'}
# expect: <class '_blake2.blake2b'> blake2b _blake2 440 440 blake2b 64 128 <_blake2.blake2b object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: <class '_blake2.blake2s'> blake2s _blake2 232 232 blake2s 32 64 <_blake2.blake2s object
# expect: {'copy': '($self, /)', 'digest': '($self, /)', 'hexdigest': '($self, /)', 'update': '($self, data, /)'}
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError md5.update() takes exactly one argument (0 given)
# expect: TypeError md5.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError md5() takes at most 1 positional argument (2 given)
# expect: md5
# expect: md5
# expect: TypeError md5() got an unexpected keyword argument 'data'
# expect: TypeError md5() got an unexpected keyword argument 'foo'
# expect: TypeError md5.digest() takes no arguments (1 given)
# expect: b'\xd4\x1d\x8c\xd9\x8f\x00\xb2\x04\xe9\x80\t\x98\xec\xf8B~'
# expect: 'd41d8cd98f00b204e9800998ecf8427e'
# expect: None
# expect: AttributeError attribute 'name' of '_md5.md5' objects is not writable
# expect: TypeError cannot create '_md5.md5' instances
# expect: md5
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError sha1.update() takes exactly one argument (0 given)
# expect: TypeError sha1.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha1() takes at most 1 positional argument (2 given)
# expect: sha1
# expect: sha1
# expect: TypeError sha1() got an unexpected keyword argument 'data'
# expect: TypeError sha1() got an unexpected keyword argument 'foo'
# expect: TypeError sha1.digest() takes no arguments (1 given)
# expect: b'\xda9\xa3\xee^kK\r2U\xbf\xef\x95`\x18\x90\xaf\xd8\x07\t'
# expect: 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
# expect: None
# expect: AttributeError attribute 'name' of '_sha1.sha1' objects is not writable
# expect: TypeError cannot create '_sha1.sha1' instances
# expect: sha1
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError SHA224Type.update() takes exactly one argument (0 given)
# expect: TypeError SHA224Type.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha224() takes at most 1 positional argument (2 given)
# expect: SHA224Type
# expect: SHA224Type
# expect: TypeError sha224() got an unexpected keyword argument 'data'
# expect: TypeError sha224() got an unexpected keyword argument 'foo'
# expect: TypeError SHA224Type.digest() takes no arguments (1 given)
# expect: b'\xd1J\x02\x8c*:+\xc9Ga\x02\xbb(\x824\xc4\x15\xa2\xb0\x1f\x82\x8e\xa6*\xc5\xb3\xe4/'
# expect: 'd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f'
# expect: None
# expect: AttributeError attribute 'name' of '_sha2.SHA224Type' objects is not writable
# expect: TypeError cannot create '_sha2.SHA224Type' instances
# expect: SHA224Type
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError SHA256Type.update() takes exactly one argument (0 given)
# expect: TypeError SHA256Type.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha256() takes at most 1 positional argument (2 given)
# expect: SHA256Type
# expect: SHA256Type
# expect: TypeError sha256() got an unexpected keyword argument 'data'
# expect: TypeError sha256() got an unexpected keyword argument 'foo'
# expect: TypeError SHA256Type.digest() takes no arguments (1 given)
# expect: b"\xe3\xb0\xc4B\x98\xfc\x1c\x14\x9a\xfb\xf4\xc8\x99o\xb9$'\xaeA\xe4d\x9b\x93L\xa4\x95\x99\x1bxR\xb8U"
# expect: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
# expect: None
# expect: AttributeError attribute 'name' of '_sha2.SHA256Type' objects is not writable
# expect: TypeError cannot create '_sha2.SHA256Type' instances
# expect: SHA256Type
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError SHA384Type.update() takes exactly one argument (0 given)
# expect: TypeError SHA384Type.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha384() takes at most 1 positional argument (2 given)
# expect: SHA384Type
# expect: SHA384Type
# expect: TypeError sha384() got an unexpected keyword argument 'data'
# expect: TypeError sha384() got an unexpected keyword argument 'foo'
# expect: TypeError SHA384Type.digest() takes no arguments (1 given)
# expect: b"8\xb0`\xa7Q\xac\x968L\xd92~\xb1\xb1\xe3j!\xfd\xb7\x11\x14\xbe\x07CL\x0c\xc7\xbfc\xf6\xe1\xda'N\xde\xbf\xe7oe\xfb\xd5\x1a\xd2\xf1H\x98\xb9["
# expect: '38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b'
# expect: None
# expect: AttributeError attribute 'name' of '_sha2.SHA384Type' objects is not writable
# expect: TypeError cannot create '_sha2.SHA384Type' instances
# expect: SHA384Type
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError SHA512Type.update() takes exactly one argument (0 given)
# expect: TypeError SHA512Type.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha512() takes at most 1 positional argument (2 given)
# expect: SHA512Type
# expect: SHA512Type
# expect: TypeError sha512() got an unexpected keyword argument 'data'
# expect: TypeError sha512() got an unexpected keyword argument 'foo'
# expect: TypeError SHA512Type.digest() takes no arguments (1 given)
# expect: b"\xcf\x83\xe15~\xef\xb8\xbd\xf1T(P\xd6m\x80\x07\xd6 \xe4\x05\x0bW\x15\xdc\x83\xf4\xa9!\xd3l\xe9\xceG\xd0\xd1<]\x85\xf2\xb0\xff\x83\x18\xd2\x87~\xec/c\xb91\xbdGAz\x81\xa582z\xf9'\xda>"
# expect: 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e'
# expect: None
# expect: AttributeError attribute 'name' of '_sha2.SHA512Type' objects is not writable
# expect: TypeError cannot create '_sha2.SHA512Type' instances
# expect: SHA512Type
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError sha3_224.update() takes exactly one argument (0 given)
# expect: TypeError sha3_224.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: sha3_224
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: TypeError sha3_224.digest() takes no arguments (1 given)
# expect: b'kN\x03B6g\xdb\xb7;n\x15EO\x0e\xb1\xab\xd4Y\x7f\x9a\x1b\x07\x8e?[Zk\xc7'
# expect: '6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.sha3_224' objects is not writable
# expect: sha3_224
# expect: sha3_224
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError sha3_256.update() takes exactly one argument (0 given)
# expect: TypeError sha3_256.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: sha3_256
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: TypeError sha3_256.digest() takes no arguments (1 given)
# expect: b'\xa7\xff\xc6\xf8\xbf\x1e\xd7fQ\xc1GV\xa0a\xd6b\xf5\x80\xffM\xe4;I\xfa\x82\xd8\nK\x80\xf8CJ'
# expect: 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.sha3_256' objects is not writable
# expect: sha3_256
# expect: sha3_256
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError sha3_384.update() takes exactly one argument (0 given)
# expect: TypeError sha3_384.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: sha3_384
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: TypeError sha3_384.digest() takes no arguments (1 given)
# expect: b'\x0cc\xa7[\x84^O}\x01\x10}\x85.L$\x85\xc5\x1aP\xaa\xaa\x94\xfca\x99^q\xbb\xee\x98:*\xc3q81&J\xdbG\xfbk\xd1\xe0X\xd5\xf0\x04'
# expect: '0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.sha3_384' objects is not writable
# expect: sha3_384
# expect: sha3_384
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError sha3_512.update() takes exactly one argument (0 given)
# expect: TypeError sha3_512.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: sha3_512
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: TypeError sha3_512.digest() takes no arguments (1 given)
# expect: b'\xa6\x9fs\xcc\xa2:\x9a\xc5\xc8\xb5g\xdc\x18Zun\x97\xc9\x82\x16O\xe2XY\xe0\xd1\xdc\xc1G\\\x80\xa6\x15\xb2\x12:\xf1\xf5\xf9L\x11\xe3\xe9@,:\xc5X\xf5\x00\x19\x9d\x95\xb6\xd3\xe3\x01u\x85\x86(\x1d\xcd&'
# expect: 'a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.sha3_512' objects is not writable
# expect: sha3_512
# expect: sha3_512
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError shake_128.update() takes exactly one argument (0 given)
# expect: TypeError shake_128.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: shake_128
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: b'\x7f'
# expect: TypeError shake_128.digest() takes exactly one argument (0 given)
# expect: '7f9c2ba4e88f827d6160'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.shake_128' objects is not writable
# expect: shake_128
# expect: shake_128
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError shake_256.update() takes exactly one argument (0 given)
# expect: TypeError shake_256.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError sha3_224() takes at most 1 positional argument (2 given)
# expect: shake_256
# expect: TypeError sha3_224() got an unexpected keyword argument 'string'
# expect: TypeError sha3_224() got an unexpected keyword argument 'data'
# expect: TypeError sha3_224() got an unexpected keyword argument 'foo'
# expect: b'F'
# expect: TypeError shake_256.digest() takes exactly one argument (0 given)
# expect: '46b9dd2b0ba88d13233b'
# expect: None
# expect: AttributeError attribute 'name' of '_sha3.shake_256' objects is not writable
# expect: shake_256
# expect: shake_256
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError blake2b.update() takes exactly one argument (0 given)
# expect: TypeError blake2b.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError blake2b() takes at most 1 positional argument (2 given)
# expect: blake2b
# expect: TypeError blake2b() got an unexpected keyword argument 'string'
# expect: TypeError blake2b() got an unexpected keyword argument 'data'
# expect: TypeError blake2b() got an unexpected keyword argument 'foo'
# expect: TypeError blake2b.digest() takes no arguments (1 given)
# expect: b'xj\x02\xf7B\x01Y\x03\xc6\xc6\xfd\x85%R\xd2r\x91/G@\xe1XGa\x8a\x86\xe2\x17\xf7\x1fT\x19\xd2^\x101\xaf\xeeXS\x13\x89dD\x93N\xb0K\x90:h[\x14H\xb7U\xd5op\x1a\xfe\x9b\xe2\xce'
# expect: '786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce'
# expect: None
# expect: AttributeError attribute 'name' of '_blake2.blake2b' objects is not writable
# expect: blake2b
# expect: blake2b
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError blake2s.update() takes exactly one argument (0 given)
# expect: TypeError blake2s.update() takes exactly one argument (2 given)
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError blake2s() takes at most 1 positional argument (2 given)
# expect: blake2s
# expect: TypeError blake2s() got an unexpected keyword argument 'string'
# expect: TypeError blake2s() got an unexpected keyword argument 'data'
# expect: TypeError blake2s() got an unexpected keyword argument 'foo'
# expect: TypeError blake2s.digest() takes no arguments (1 given)
# expect: b'i!z0y\x90\x80\x94\xe1\x11!\xd0B5J|\x1fU\xb6H,\xa1\xa5\x1e\x1b%\r\xfd\x1e\xd0\xee\xf9'
# expect: '69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9'
# expect: None
# expect: AttributeError attribute 'name' of '_blake2.blake2s' objects is not writable
# expect: blake2s
# expect: blake2s
# expect: ValueError value must be positive
# expect: TypeError an integer is required
# expect: b''
# expect: ValueError length is too large
# expect: OverflowError Python int too large to convert to C unsigned long
# expect: '7f9c2ba4e8'
# expect: TypeError shake_128.digest() takes no keyword arguments
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: blake2b
# expect: ValueError maximum key length is 64 bytes
# expect: ValueError maximum salt length is 16 bytes
# expect: ValueError maximum person length is 16 bytes
# expect: ValueError fanout must be between 0 and 255
# expect: ValueError fanout must be between 0 and 255
# expect: ValueError depth must be between 1 and 255
# expect: ValueError depth must be between 1 and 255
# expect: OverflowError leaf_size is too large
# expect: ValueError value must be positive
# expect: OverflowError int too big to convert
# expect: ValueError value must be positive
# expect: ValueError node_depth must be between 0 and 255
# expect: ValueError inner_size must be between 0 and is 64
# expect: blake2b
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError blake2b() takes at most 1 positional argument (2 given)
# expect: OverflowError node_offset is too large
# expect: ValueError maximum salt length is 8 bytes
# expect: ValueError digest_size must be between 1 and 32 bytes
# expect: TypeError blake2b() got an unexpected keyword argument 'tree'
# expect: MAX_DIGEST_SIZE 64 32
# expect: MAX_KEY_SIZE 64 32
# expect: SALT_SIZE 16 8
# expect: PERSON_SIZE 16 8
# expect: md5 1225436859 4abbb77ec6867f414c1406fc2ec411c2
# expect: sha1 3924821848 1c731e31d088f974cbb53e19243b2195ca28d4ad
# expect: sha224 363351759 1c5ae7aff0b274efa832f449e35d0e42607781ec1a105f1ca3d4c1a1
# expect: sha256 1383956671 6a9a6638884ddfe3b18cf49a8541110e4e35be68648e875051e90955fa86bb01
# expect: sha384 948058743 063f10b10fffdb70d721aa8c665052e421c4d4bd2f0f2e5c2481a5325ae569a29a3a2e15ecda3cf74e279006d950e45b
# expect: sha512 1547329892 b43228c62f1fd0cf64ba96b037ad0ac438626600141b63f81f636a863dfe8567d36653b9405eeffed94b98514e5197167a16209634d5acd12d7e3d9e98469750
# expect: sha3_224 2608798979 24eecdc7b3949a05121c79e9e9c50184cd0e17a2c69311cbcd7933f8
# expect: sha3_256 6298671 ef5f7d2c348349374b97d78066bbb171459b1012e0de3fe72f7c5fd1d24cd2d7
# expect: sha3_384 3770298530 75db5087b25c0d8696dfee9d94554106cde2481ed4a4ed2c4e5f6fb3e3899511f2db658cbe2b5fe9ac62b9834b41154b
# expect: sha3_512 195685415 c9ce1c5498f2cfbed1f058b0e0f557bc9f15fa9920089bc640c35959541e4be54c63bea437931651aef9bdb8592d4f6edfaa51ed81bfb5f07a76aeb5c4d76d6b
# expect: shake_128 2419741234 cf2006fd8c33e1cb1d8b5e7ad553383aec55611ae0de13c76102dac34cfc64372430663ed409fa02f26b9949fdc8bddb6d89
# expect: shake_256 4092035238 e7306765b109e36cb485708ff2a383be355606b690c09d88a7fbcf79fa8e18a03469a4cca4f6cbd7f100b5b431110a7ee80d
# expect: blake2b 4026852121 e4a156cf856f43b028e4f61485c53ff7cbfbc5f24278ec6d84d5bc6817dd8bec22f3c5d2331491cf65c77a99f38f41bdd06e7bb5432feca9678d8d9295754289
# expect: blake2s 1708322607 db46bf7763cdbcd152b885be4b9ad8e68b93a3f51c617e67c94966e4fff6debe
# expect: 151706c1f7f0b550772d3b2c71e599edd1859518 3345524abf6bbe1809449224b5972c41790b6cf2 e6992372ab022447b34f6d6032fbab707a11adef
# expect: 2dfb8d36a281185005d402eaf2f1cc8cf9594534 354c9c33f735962418bdacb9479873429c34916f fb7b50db11a7a2acecf57aa08636df85eeaac736
# expect: 5ec4f8168a3999f2371c2a2eb7d67fc775f9be41b23ac1bd2defabfd558e10b209a6fd3517a3ee78e1af7a1c1b9f7c8f7993f4de7c436f6c22f3a767431fcc4f 5b3cfd8f422b490b764b55eceb330b500c79cbefa9a928ad00202b8b3c5dd778a81122570434a2e3b8bfd028d105dfefd0a9576e88ed66de742ca9fbb5f8d2b6 c41f616a617826d38bcb932dec262e9b73722edf21ac5ca9852e6344a67095544553244e0c40b3979f884bdaa83f3abf421055f69c834bcd30132cce6087ec59
# expect: 971df4988fe8af4860e66516ac47f01adfd44cc945a5c4a3510d0cc41b2d6cb3 a65f92611fdc3722a305edf1ed575947aa86209290344f817e45c3a4edfddad9 a2e5c04a665c62926057b045c96327e0439f77db3d2d17e8e5d51d994899f087
# expect: 9ed58060171ba8314239d6653ff3c2fc38d06196cc259bda9e2b328942e57785ec9603b17cd23eca611261f895910af9d3c25c91767a6a1ca26ff0a35d025727 af33eb6884835657f3202a901f07a5a7a1efe5aa85637df76bf45f4af9ab17e531c45506c4c4283940cc4e06ddfa7246663b57cb5ae84b89a0e54d5cab7d9829 f725875c930e0208b7eeb190752e00108f2ed64c5fec918ce23a3f01415497fecf19ebfbdfc4b0c466c144c4f725e3b7687cc11e6fe5f644de4bc9f5e7b48426
# expect: 6a4cfd326349ecc8d156eb168f3d616fb9aedf7d2d8a95bf6d9299a9d5a1cdec ba0517a89bb6e43fca414b7f323967b47ccc0dd55185b381aaddc5fcb0fceb3e 5f7e2acd2c1905744c26cbf1396558ceca4db1175fa13a13c032ba73da655d04
# expect: c39e5775fba439fd521b7dc5c2380d0ccd0888644fd0ca2b760a53610d7b8fb1f2484f750f265555bbb21b701ce519a5ebb7f372d1aa742427d3e89f73e40b7f 39549b3495b0919dcddaee76d2e4dde1d19aa30f5df0ff80ef116476bb3c8912288a74fbc196957a2b541ddb7c3e74f5f6b5fae0677189a2502beb2f6a9585de 29c38f63a762ef2687e10e60edfc7b18b833a5d301d53c5d4738af0c162034376877922b7c1bc744fe0b2de98032c4da94e02343774b56bf84bcc9c8a846fa98
# expect: af9288c5f8442be698d5ae8fdaba08202e645341260c039d5834ffa345f4d62d 2f47cbbe5cf82b28fecac79700550c2fcccd2a0c8da7f7c9412090715cbc5651 2ba288239d4bb06088134f9d9327c679c35b6568083434aff79fb86f920ffe2b
# expect: 504dcb1e5b53eddcc6e6edba96f0311962c1797742393aed1477fa46bb60eb94d76c63b55069b2834c0e3106a5ceab3ac29462be1344ba4e11819099c81e5a60 f54b11dc7b925bb131ecce0d3cdcb3c12775b6a38e3862a4d52458cade986d17ee6d0cf8bceaefaff4d2ca20786c4b8715183994f743bbf307c83b02678055be cde7f6686c6828fa85c9dda95438798f3dae074cb5352713ed859bc171d7dbe0070448f0106838ad5a3d87be0a757d4b0873731fa72150e50cbe10a4f06de99b
# expect: a535c8e9d5c77e7262e3b28bbff5b068d730837741fa0fe6ed97d208ae45ef5e e1534ce04a775357e8d01e3b230b6b7de8533e9f0945e709d7323cad3ddb3301 a160a66216640ccbf4c88661d72943464666dd3124e756feb19734cad7d26f11
# expect: 9dd4e461268c8034f5c8564e155c67a6 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad sha3_256 ['blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512', 'shake_128', 'shake_256']
