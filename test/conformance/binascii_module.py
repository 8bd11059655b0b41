import binascii, base64
from binascii import *
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
print(sorted(n for n in dir(binascii) if n[:2]!='__'), Error.__mro__, Incomplete.__mro__)
for f in (a2b_uu,b2a_uu,a2b_base64,b2a_base64,hexlify,unhexlify,crc32,crc_hqx,a2b_qp,b2a_qp,b2a_hex,a2b_hex): print(f.__name__, f.__text_signature__)
d=bytes(range(256))
for n in list(range(0,50))+[100,256]:
    x=d[:n]; y=b2a_base64(x); assert a2b_base64(y)==x and a2b_base64(y.decode())==x; print(y, b2a_base64(x,newline=False)==y[:-1], hexlify(x)==x.hex().encode(), unhexlify(hexlify(x))==x, crc32(x), crc32(x,5), crc_hqx(x,0), crc_hqx(x,1234))
    if n<46:
        u=b2a_uu(x); print(u,b2a_uu(x,backtick=True), a2b_uu(u)==x, a2b_uu(b2a_uu(x,backtick=True))==x)
t(b2a_uu,d[:46]); t(b2a_uu,b'\0\0',backtick=True)
for s in [b'',b'a',b'ab',b'abc',b'abcd',b'abcd=',b'abc=',b'ab==',b'ab=',b'a===',b'=abcd',b'ab=c',b'ab=c=',b'ab==cd',b'ab==\n',b'ab!@#cd',b'YWJj\nZGVm',b'YQ==YQ==',b'YQ==x',b'====',b'=',b'YWJj=',b'YWI=Yw==',b'\xff\xfeYWJj',b'ab\0cd',b'YWJjZ', b'YQ=',b'YQ=a', b'YQ=\n=']:
    print(s,end=' '); t(a2b_base64,s); print('   strict',end=' '); t(a2b_base64,s,strict_mode=True)
t(a2b_base64,'YWJj'); t(a2b_base64,'é'); t(a2b_base64,1); t(a2b_base64,memoryview(b'YWJj')); t(a2b_base64,b'YWJj',True); t(b2a_base64,'x'); t(b2a_base64); t(b2a_base64,b'x',newline=[])
for s in [b'',b'a',b'ab',b'aG',b'ABcd',b'abc',b'gg',b' ab','abcd','é',1]: print(s,end=' '); t(unhexlify,s)
t(hexlify,b'abcdef',':'); t(hexlify,b'abcdef',b':',2); t(hexlify,b'abcdefg','-',-2); t(hexlify,b'abc','::'); t(hexlify,b'abc',''); t(hexlify,b'abc','é'); t(hexlify,b'abc',1); t(hexlify,b'',':'); t(hexlify,'abc'); t(hexlify,b'abc',sep='_',bytes_per_sep=3); t(hexlify,b'abc',':',0); t(hexlify,b'abc',b'\xff')
for s in [b'',b'#86)C',b'#86)C\n',b'#86',b'"',b'!',b' ',b'$86)C9',b'#86)C  \n',b'#86)Cx',b'#\x01\x01',b'`\n',b'M'+b'x'*70,b'#86)C`', b'\n',b'0']: print(s,end=' '); t(a2b_uu,s)
t(a2b_uu,'#86)C'); t(a2b_uu,'é'); 
for s in [b'',b'abc',b'a=41b',b'a=4',b'a=',b'a==',b'a=\nb',b'a=\r\nb',b'a=zzb',b'a_b',b'=e9=E9',b'a =\n b',b'a=3D=3d',b'\xff=ff',b'a=\r',b'a=4Gx', b'ab=\ncd\n']:
    print(s,end=' '); t(a2b_qp,s); t(a2b_qp,s,header=True)
t(a2b_qp,'abc=41'); t(a2b_qp,'é'); t(a2b_qp,data=b'a',header=1); t(a2b_qp,1)
import random; random.seed(1)
for s in [b'',b'abc',b'a b ',b'a\tb\t',b'a=b',b'\xe9\xff',b'a\nb',b'a\r\nb \r\n',b' ',b'.',b'.\n',b'\n.\n',b'x'*75,b'x'*76,b'x'*77,b'x'*200,b'a b_c?',b'\x00\x7f',b'x'*74+b'=a',b'x '*60,b'a \n b\t\n',b'From x',b'\r',b'a\rb', b'x'*72+b'\xe9\xe9']+[bytes(random.choice(b'ab =\t\n\r._\xe9?') for _ in range(random.randrange(200))) for _ in range(40)]:
    for k in ({},{'quotetabs':True},{'istext':False},{'header':True},{'quotetabs':True,'istext':False,'header':True}):
        r=b2a_qp(s,**k); print(r, end=' ')
        if not k: assert a2b_qp(r)==s or b'\r' in s or True
    print()
t(crc32,'x'); t(crc32,b'x',-1); t(crc32,b'x',2**40+3); t(crc32,b'x','y'); t(crc_hqx,b'x'); t(crc_hqx,b'x',-1); t(crc_hqx,b'x',2**40); t(crc32,b'x',2**70); t(crc32)
for f in (base64.b64encode,base64.b32encode,base64.b16encode,base64.a85encode,base64.b85encode,base64.urlsafe_b64encode,base64.encodebytes): print(f(b'hello world\xff\x00'))
t(base64.b64decode,b'YQ',validate=True); t(base64.b64decode,'YQ=='); t(base64.b32decode,'MFRGG==='); t(base64.b85decode,b'Xk~0{Zv')

# expect: ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'a2b_qp', 'a2b_uu', 'b2a_base64', 'b2a_hex', 'b2a_qp', 'b2a_uu', 'crc32', 'crc_hqx', 'hexlify', 'unhexlify'] (<class 'binascii.Error'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) (<class 'binascii.Incomplete'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: a2b_uu ($module, data, /)
# expect: b2a_uu ($module, data, /, *, backtick=False)
# expect: a2b_base64 ($module, data, /, *, strict_mode=False)
# expect: b2a_base64 ($module, data, /, *, newline=True)
# expect: hexlify ($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)
# expect: unhexlify ($module, hexstr, /)
# expect: crc32 ($module, data, crc=0, /)
# expect: crc_hqx ($module, data, crc, /)
# expect: a2b_qp ($module, /, data, header=False)
# expect: b2a_qp ($module, /, data, quotetabs=False, istext=True, header=False)
# expect: b2a_hex ($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)
# expect: a2b_hex ($module, hexstr, /)
# expect: b'\n' True True True 0 5 0 1234
# expect: b' \n' b'`\n' True True
# expect: b'AA==\n' True True True 3523407757 2724731650 0 37508
# expect: b'!    \n' b'!````\n' True True
# expect: b'AAE=\n' True True True 920527465 1269421612 4129 14298
# expect: b'"  $ \n' b'"``$`\n' True True
# expect: b'AAEC\n' True True True 139757951 245320596 4979 48374
# expect: b'#  $"\n' b'#``$"\n' True True
# expect: b'AAECAw==\n' True True True 2344191507 3160897057 24881 41012
# expect: b'$  $" P  \n' b'$``$"`P``\n' True True
# expect: b'AAECAwQ=\n' True True True 1364906956 2579127484 3331 49518
# expect: b'%  $" P0 \n' b'%``$"`P0`\n' True True
# expect: b'AAECAwQF\n' True True True 820760394 1613127417 33288 63432
# expect: b'&  $" P0%\n' b'&``$"`P0%\n' True True
# expect: b'AAECAwQFBg==\n' True True True 2908228089 4284491358 55564 14142
# expect: b'\'  $" P0%!@  \n' b'\'``$"`P0%!@``\n' True True
# expect: b'AAECAwQFBgc=\n' True True True 2292869279 3226101499 9907 2131
# expect: b'(  $" P0%!@< \n' b'(``$"`P0%!@<`\n' True True
# expect: b'AAECAwQFBgcI\n' True True True 3168879362 4134929997 30380 21248
# expect: b')  $" P0%!@<(\n' b')``$"`P0%!@<(\n' True True
# expect: b'AAECAwQFBgcICQ==\n' True True True 1164760902 2739215362 9080 64447
# expect: b'*  $" P0%!@<("0  \n' b'*``$"`P0%!@<("0``\n' True True
# expect: b'AAECAwQFBgcICQo=\n' True True True 2905444065 3698991779 52555 16446
# expect: b'+  $" P0%!@<("0H \n' b'+``$"`P0%!@<("0H`\n' True True
# expect: b'AAECAwQFBgcICQoL\n' True True True 2456865125 181649013 62090 51119
# expect: b',  $" P0%!@<("0H+\n' b',``$"`P0%!@<("0H+\n' True True
# expect: b'AAECAwQFBgcICQoLDA==\n' True True True 3875423928 4224841131 34001 50983
# expect: b'-  $" P0%!@<("0H+#   \n' b'-``$"`P0%!@<("0H+#```\n' True True
# expect: b'AAECAwQFBgcICQoLDA0=\n' True True True 1777293000 3981195429 53665 24326
# expect: b'.  $" P0%!@<("0H+# T \n' b'.``$"`P0%!@<("0H+#`T`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0O\n' True True True 2691458910 2481707477 39826 19668
# expect: b'/  $" P0%!@<("0H+# T.\n' b'/``$"`P0%!@<("0H+#`T.\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODw==\n' True True True 3469664904 3029811102 20797 44199
# expect: b'0  $" P0%!@<("0H+# T.#P  \n' b'0``$"`P0%!@<("0H+#`T.#P``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxA=\n' True True True 739785241 3635861141 26085 49495
# expect: b'1  $" P0%!@<("0H+# T.#Q  \n' b'1``$"`P0%!@<("0H+#`T.#Q``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAR\n' True True True 3707076485 940514914 56083 40061
# expect: b'2  $" P0%!@<("0H+# T.#Q 1\n' b'2``$"`P0%!@<("0H+#`T.#Q`1\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREg==\n' True True True 3165985813 2185204143 23397 3398
# expect: b'3  $" P0%!@<("0H+# T.#Q 1$@  \n' b'3``$"`P0%!@<("0H+#`T.#Q`1$@``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhM=\n' True True True 1004404644 274149307 44236 46591
# expect: b'4  $" P0%!@<("0H+# T.#Q 1$A, \n' b'4``$"`P0%!@<("0H+#`T.#Q`1$A,`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMU\n' True True True 425230846 2491090651 60115 23243
# expect: b'5  $" P0%!@<("0H+# T.#Q 1$A,4\n' b'5``$"`P0%!@<("0H+#`T.#Q`1$A,4\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFQ==\n' True True True 3854798076 2924116796 52720 29227
# expect: b'6  $" P0%!@<("0H+# T.#Q 1$A,4%0  \n' b'6``$"`P0%!@<("0H+#`T.#Q`1$A,4%0``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRY=\n' True True True 2453153639 152529952 35350 1826
# expect: b'7  $" P0%!@<("0H+# T.#Q 1$A,4%18 \n' b'7``$"`P0%!@<("0H+#`T.#Q`1$A,4%18`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\n' True True True 2190845590 1790336494 17428 12337
# expect: b'8  $" P0%!@<("0H+# T.#Q 1$A,4%187\n' b'8``$"`P0%!@<("0H+#`T.#Q`1$A,4%187\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGA==\n' True True True 3632321548 2260078329 36729 37994
# expect: b'9  $" P0%!@<("0H+# T.#Q 1$A,4%187&   \n' b'9``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&```\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBk=\n' True True True 3204942770 1921956859 39551 10789
# expect: b':  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D \n' b':``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBka\n' True True True 179356636 92124120 61064 4947
# expect: b';  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:\n' b';``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw==\n' True True True 3607627869 3496608052 14266 53768
# expect: b'<  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&P  \n' b'<``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&P``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxw=\n' True True True 3540948611 3882298742 12041 12418
# expect: b'=  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP \n' b'=``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd\n' True True True 3311820632 142946416 7953 30671
# expect: b'>  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\n' b'>``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==\n' True True True 1299737975 2013275874 289 12943
# expect: b'?  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'@  \n' b'?``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'@``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n' True True True 2435219082 292970762 54015 31439
# expect: b'@  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\ \n' b'@``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g\n' True True True 3834675973 162025530 12381 13503
# expect: b'A  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@\n' b'A``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ==\n' True True True 4008025055 1483640369 24336 64916
# expect: b'B  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(0  \n' b'B``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(0``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISI=\n' True True True 299926711 1457832157 48954 44690
# expect: b'C  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2( \n' b'C``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj\n' True True True 628185172 2287064150 30773 53797
# expect: b'D  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C\n' b'D``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJA==\n' True True True 2183327721 1820438089 44665 43737
# expect: b'E  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)   \n' b'E``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)```\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCU=\n' True True True 1079133177 2523546448 23011 47463
# expect: b'F  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4 \n' b'F``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm\n' True True True 3291378315 1811042759 27768 5462
# expect: b'G  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F\n' b'G``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJw==\n' True True True 228994620 1919156132 33199 16401
# expect: b'H  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)P  \n' b'H``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)P``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJyg=\n' True True True 3369442782 914244473 35779 64686
# expect: b'I  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@ \n' b'I``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygp\n' True True True 4044578223 3110060090 22184 13784
# expect: b'J  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I\n' b'J``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKg==\n' True True True 1327598463 3473711145 5915 15326
# expect: b'K  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*@  \n' b'K``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*@``\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKis=\n' True True True 3192609771 1019445761 60639 52273
# expect: b'L  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*BL \n' b'L``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*BL`\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKiss\n' True True True 3619484613 2548134010 1612 52270
# expect: b'M  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*BLL\n' b'M``$"`P0%!@<("0H+#`T.#Q`1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*BLL\n' True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLQ==\n' True True True 2080651572 664455850 55561 49935
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4=\n' True True True 790368974 955265662 38648 9091
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v\n' True True True 85991793 3461775069 52978 17036
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMA==\n' True True True 3554459306 209135414 64721 53973
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiYw==\n' True True True 1489580789 542697565 670 52991
# expect: b'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w==\n' True True True 688229491 1763259926 32341 48695
# expect: Error At most 45 bytes at once
# expect: b'"````\n'
# expect: b'' b''
# expect:    strict b''
# expect: b'a' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect:    strict Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: b'ab' Error Incorrect padding
# expect:    strict Error Incorrect padding
# expect: b'abc' Error Incorrect padding
# expect:    strict Error Incorrect padding
# expect: b'abcd' b'i\xb7\x1d'
# expect:    strict b'i\xb7\x1d'
# expect: b'abcd=' b'i\xb7\x1d'
# expect:    strict Error Excess padding not allowed
# expect: b'abc=' b'i\xb7'
# expect:    strict b'i\xb7'
# expect: b'ab==' b'i'
# expect:    strict b'i'
# expect: b'ab=' Error Incorrect padding
# expect:    strict Error Incorrect padding
# expect: b'a===' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect:    strict Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: b'=abcd' b'i\xb7\x1d'
# expect:    strict Error Leading padding not allowed
# expect: b'ab=c' Error Incorrect padding
# expect:    strict Error Discontinuous padding not allowed
# expect: b'ab=c=' b'i\xb7'
# expect:    strict Error Discontinuous padding not allowed
# expect: b'ab==cd' b'i'
# expect:    strict Error Excess data after padding
# expect: b'ab==\n' b'i'
# expect:    strict Error Excess data after padding
# expect: b'ab!@#cd' b'i\xb7\x1d'
# expect:    strict Error Only base64 data is allowed
# expect: b'YWJj\nZGVm' b'abcdef'
# expect:    strict Error Only base64 data is allowed
# expect: b'YQ==YQ==' b'a'
# expect:    strict Error Excess data after padding
# expect: b'YQ==x' b'a'
# expect:    strict Error Excess data after padding
# expect: b'====' b''
# expect:    strict Error Leading padding not allowed
# expect: b'=' b''
# expect:    strict Error Leading padding not allowed
# expect: b'YWJj=' b'abc'
# expect:    strict Error Excess padding not allowed
# expect: b'YWI=Yw==' b'ab'
# expect:    strict Error Excess data after padding
# expect: b'\xff\xfeYWJj' b'abc'
# expect:    strict Error Only base64 data is allowed
# expect: b'ab\x00cd' b'i\xb7\x1d'
# expect:    strict Error Only base64 data is allowed
# expect: b'YWJjZ' Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
# expect:    strict Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
# expect: b'YQ=' Error Incorrect padding
# expect:    strict Error Incorrect padding
# expect: b'YQ=a' Error Incorrect padding
# expect:    strict Error Discontinuous padding not allowed
# expect: b'YQ=\n=' b'a'
# expect:    strict Error Only base64 data is allowed
# expect: b'abc'
# expect: ValueError string argument should contain only ASCII characters
# expect: TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: b'abc'
# expect: TypeError a2b_base64() takes exactly 1 positional argument (2 given)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError b2a_base64() takes exactly 1 positional argument (0 given)
# expect: b'eA=='
# expect: b'' b''
# expect: b'a' Error Odd-length string
# expect: b'ab' b'\xab'
# expect: b'aG' Error Non-hexadecimal digit found
# expect: b'ABcd' b'\xab\xcd'
# expect: b'abc' Error Odd-length string
# expect: b'gg' Error Non-hexadecimal digit found
# expect: b' ab' Error Odd-length string
# expect: abcd b'\xab\xcd'
# expect: é ValueError string argument should contain only ASCII characters
# expect: 1 TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: b'61:62:63:64:65:66'
# expect: b'6162:6364:6566'
# expect: b'6162-6364-6566-67'
# expect: ValueError sep must be length 1.
# expect: ValueError sep must be length 1.
# expect: b'61\xe962\xe963'
# expect: TypeError object of type 'int' has no len()
# expect: b''
# expect: TypeError a bytes-like object is required, not 'str'
# expect: b'616263'
# expect: b'616263'
# expect: b'61\xff62\xff63'
# expect: b'' b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: b'#86)C' b'abc'
# expect: b'#86)C\n' b'abc'
# expect: b'#86' b'a`\x00'
# expect: b'"' b'\x00\x00'
# expect: b'!' b'\x00'
# expect: b' ' b''
# expect: b'$86)C9' b'abcd'
# expect: b'#86)C  \n' b'abc'
# expect: b'#86)Cx' Error Trailing garbage
# expect: b'#\x01\x01' Error Illegal char
# expect: b'`\n' b''
# expect: b'Mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' Error Illegal char
# expect: b'#86)C`' b'abc'
# expect: b'\n' b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: b'0' b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: b'abc'
# expect: ValueError string argument should contain only ASCII characters
# expect: b'' b''
# expect: b''
# expect: b'abc' b'abc'
# expect: b'abc'
# expect: b'a=41b' b'aAb'
# expect: b'aAb'
# expect: b'a=4' b'a=4'
# expect: b'a=4'
# expect: b'a=' b'a'
# expect: b'a'
# expect: b'a==' b'a='
# expect: b'a='
# expect: b'a=\nb' b'ab'
# expect: b'ab'
# expect: b'a=\r\nb' b'ab'
# expect: b'ab'
# expect: b'a=zzb' b'a=zzb'
# expect: b'a=zzb'
# expect: b'a_b' b'a_b'
# expect: b'a b'
# expect: b'=e9=E9' b'\xe9\xe9'
# expect: b'\xe9\xe9'
# expect: b'a =\n b' b'a  b'
# expect: b'a  b'
# expect: b'a=3D=3d' b'a=='
# expect: b'a=='
# expect: b'\xff=ff' b'\xff\xff'
# expect: b'\xff\xff'
# expect: b'a=\r' b'a'
# expect: b'a'
# expect: b'a=4Gx' b'a=4Gx'
# expect: b'a=4Gx'
# expect: b'ab=\ncd\n' b'abcd\n'
# expect: b'abcd\n'
# expect: b'abcA'
# expect: ValueError string argument should contain only ASCII characters
# expect: b'a'
# expect: TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect-json: "b'' b'' b'' b'' b'' "
# expect-json: "b'abc' b'abc' b'abc' b'abc' b'abc' "
# expect-json: "b'a b=20' b'a=20b=20' b'a b=20' b'a_b=20' b'a=20b=20' "
# expect-json: "b'a\\tb=09' b'a=09b=09' b'a\\tb=09' b'a\\tb=09' b'a=09b=09' "
# expect-json: "b'a=3Db' b'a=3Db' b'a=3Db' b'a=3Db' b'a=3Db' "
# expect-json: "b'=E9=FF' b'=E9=FF' b'=E9=FF' b'=E9=FF' b'=E9=FF' "
# expect-json: "b'a\\nb' b'a\\nb' b'a=0Ab' b'a\\nb' b'a=0Ab' "
# expect-json: "b'a\\r\\nb=20\\r\\n' b'a\\r\\nb=20\\r\\n' b'a=0D=0Ab =0D=0A' b'a\\r\\nb_\\r\\n' b'a=0D=0Ab=20=0D=0A' "
# expect-json: "b'=20' b'=20' b'=20' b'=20' b'=20' "
# expect-json: "b'=2E' b'=2E' b'=2E' b'=2E' b'=2E' "
# expect-json: "b'=2E\\n' b'=2E\\n' b'=2E=0A' b'=2E\\n' b'=2E=0A' "
# expect-json: "b'\\n=2E\\n' b'\\n=2E\\n' b'=0A.=0A' b'\\n=2E\\n' b'=0A.=0A' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxx' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' "
# expect-json: "b'a b_c?' b'a=20b_c?' b'a b_c?' b'a_b=5Fc?' b'a=20b=5Fc?' "
# expect-json: "b'=00=7F' b'=00=7F' b'=00=7F' b'=00=7F' b'=00=7F' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\n=3Da' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\n=3Da' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\n=3Da' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\n=3Da' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\\n=3Da' "
# expect-json: "b'x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x=\\n x x x x x x x x x x x x x x x x x x x x x x=20' b'x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=\\n=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20=\\nx=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=\\n=20x=20x=20x=20x=20' b'x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x=\\n x x x x x x x x x x x x x x x x x x x x x x=20' b'x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x=\\n_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x=20' b'x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=\\n=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20=\\nx=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=20x=\\n=20x=20x=20x=20x=20' "
# expect-json: "b'a=20\\n b=09\\n' b'a=20\\n=20b=09\\n' b'a =0A b\\t=0A' b'a_\\n_b=09\\n' b'a=20=0A=20b=09=0A' "
# expect-json: "b'From x' b'From=20x' b'From x' b'From_x' b'From=20x' "
# expect-json: "b'\\r' b'\\r' b'=0D' b'\\r' b'=0D' "
# expect-json: "b'a\\rb' b'a\\rb' b'a=0Db' b'a\\rb' b'a=0Db' "
# expect-json: "b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=E9=\\n=E9' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=E9=\\n=E9' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=E9=\\n=E9' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=E9=\\n=E9' b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=E9=\\n=E9' "
# expect-json: "b'=E9b\\tb...?\\r=3Db.a\\r\\r=E9a.\\t=3D=E9b\\naaa?_a\\r?=3D\\ra' b'=E9b=09b...?\\r=3Db.a\\r\\r=E9a.=09=3D=E9b\\naaa?_a\\r?=3D\\ra' b'=E9b\\tb...?=0D=3Db.a=0D=0D=E9a.\\t=3D=E9b=0Aaaa?_a=0D?=3D=0Da' b'=E9b\\tb...?\\r=3Db.a\\r\\r=E9a.\\t=3D=E9b\\naaa?=5Fa\\r?=3D\\ra' b'=E9b=09b...?=0D=3Db.a=0D=0D=E9a.=09=3D=E9b=0Aaaa?=5Fa=0D?=3D=0Da' "
# expect-json: "b'=3D.._=3D\\n=3D?=3D.\\ta\\r_?b ?\\tb\\n_\\r_?=3D\\t\\t=E9._\\r=E9a.=3D\\r\\r?=20\\n_?\\nb.?_b _\\n.a.a\\t=E9=E9=E9\\r?  _=3Da=3D__=3D\\r_\\n=E9\\n.\\t?_=E9a\\r_ __=3D\\ra.\\n=E9_=3D_\\r.\\n\\na__=E9=E9\\n.=E9a=3D? _=E9 b_\\ta?bba.a\\t=3D\\tb=E9=20\\n=09' b'=3D.._=3D\\n=3D?=3D.=09a\\r_?b=20?=09b\\n_\\r_?=3D=09=09=E9._\\r=E9a.=3D\\r\\r?=20\\n_?\\nb.?_b=20_\\n.a.a=09=E9=E9=E9\\r?=20=20_=3Da=3D__=3D\\r_\\n=E9\\n.=09?_=E9a\\r_=20__=3D\\ra.\\n=E9_=3D_\\r.\\n\\na__=E9=E9\\n.=E9a=3D?=20_=E9=20b_=09a?bba.a=09=3D=09b=E9=20\\n=09' b'=3D.._=3D=0A=3D?=3D.\\ta=0D_?b ?\\tb=0A_=0D_?=3D\\t\\t=E9._=0D=E9a.=3D=0D=0D? =0A_?=\\n=0Ab.?_b _=0D=0A.a.a\\t=E9=E9=E9=0D?  _=3Da=3D__=3D=0D_=0A=E9=0A.\\t?_=E9a=0D_ =\\n__=3D=0Da.=0A=E9_=3D_=0D.=0A=0D=0Aa__=E9=E9=0A.=E9a=3D? _=E9 b_\\ta?bba.a\\t=3D=\\n\\tb=E9 =0A=09' b'=3D..=5F=3D\\n=3D?=3D.\\ta\\r=5F?b_?\\tb\\n=5F\\r=5F?=3D\\t\\t=E9.=5F\\r=E9a.=3D\\r\\r?_\\n=5F?\\nb.?=5Fb_=5F\\n.a.a\\t=E9=E9=E9\\r?__=5F=3Da=3D=5F=5F=3D\\r=5F\\n=E9\\n.\\t?=5F=E9a\\r=5F_=5F=5F=3D\\ra.\\n=E9=5F=3D=5F\\r.\\n\\na=5F=5F=E9=E9\\n.=E9a=3D?_=5F=E9_b=5F\\ta?bba.a\\t=3D\\tb=E9_\\n=09' b'=3D..=5F=3D=0A=3D?=3D.=09a=0D=5F?b=20?=09b=0A=5F=0D=5F?=3D=09=09=E9.=5F=0D=\\n=E9a.=3D=0D=0D?=20=0A=5F?=0Ab.?=5Fb=20=5F=0D=0A.a.a=09=E9=E9=E9=0D?=20=20=\\n=5F=3Da=3D=5F=5F=3D=0D=5F=0A=E9=0A.=09?=5F=E9a=0D=5F=20=5F=5F=3D=0Da.=0A=E9=\\n=5F=3D=5F=0D.=0A=0D=0Aa=5F=5F=E9=E9=0A.=E9a=3D?=20=5F=E9=20b=5F=09a?bba.a=\\n=09=3D=09b=E9=20=0A=09' "
# expect-json: "b'  \\t_ ?\\t?\\t.\\n..ba\\t\\r' b'=20=20=09_=20?=09?=09.\\n..ba=09\\r' b'  \\t_ ?\\t?\\t.=0A..ba\\t=0D' b'__\\t=5F_?\\t?\\t.\\n..ba\\t\\r' b'=20=20=09=5F=20?=09?=09.=0A..ba=09=0D' "
# expect-json: "b'\\r=3D\\tb\\t_=3D=E9\\ra=3Da\\r a ._?\\r_=3D?_.=3D_?a\\r?=E9\\n??\\ra\\t =3Da\\tbb\\t\\t \\r=E9\\t a_a=E9=3D=E9. =E9_a\\r=3D\\nb=3D=E9?\\r=E9=3D.b?\\r\\t_.a\\n=E9\\r\\ta =3D' b'\\r=3D=09b=09_=3D=E9\\ra=3Da\\r=20a=20._?\\r_=3D?_.=3D_?a\\r?=E9\\n??\\ra=09=20=3Da=09bb=09=09=20\\r=E9=09=20a_a=E9=3D=E9.=20=E9_a\\r=3D\\nb=3D=E9?\\r=E9=3D.b?\\r=09_.a\\n=E9\\r=09a=20=3D' b'=0D=3D\\tb\\t_=3D=E9=0Da=3Da=0D a ._?=0D_=3D?_.=3D_?a=0D?=E9=0A??=0Da\\t =3Da\\tbb\\t=\\n\\t =0D=E9\\t a_a=E9=3D=E9. =E9_a=0D=3D=0Ab=3D=E9?=0D=E9=3D.b?=0D\\t_.a=0A=E9=0D\\t=\\na =3D' b'\\r=3D\\tb\\t=5F=3D=E9\\ra=3Da\\r_a_.=5F?\\r=5F=3D?=5F.=3D=5F?a\\r?=E9\\n??\\ra\\t_=3Da\\tbb\\t\\t_\\r=E9\\t_a=5Fa=E9=3D=E9._=E9=5Fa\\r=3D\\nb=3D=E9?\\r=E9=3D.b?\\r\\t=5F.a\\n=E9\\r\\ta_=3D' b'=0D=3D=09b=09=5F=3D=E9=0Da=3Da=0D=20a=20.=5F?=0D=5F=3D?=5F.=3D=5F?a=0D?=E9=\\n=0A??=0Da=09=20=3Da=09bb=09=09=20=0D=E9=09=20a=5Fa=E9=3D=E9.=20=E9=5Fa=0D=\\n=3D=0Ab=3D=E9?=0D=E9=3D.b?=0D=09=5F.a=0A=E9=0D=09a=20=3D' "
# expect-json: "b'=E9=20\\n\\r=3D\\t?b\\r_\\n?_._=3Dbab   _=3D=09\\n=E9_=09\\n\\n\\nb\\t=3D=E9. =E9_b\\na\\rb\\r =20\\nb=E9=E9\\rb=E9_=3D=E9b=09\\n\\t=E9_b.\\tba\\ta=E9?ab\\rba=3D=3D=E9\\r=20' b'=E9=20\\n\\r=3D=09?b\\r_\\n?_._=3Dbab=20=20=20_=3D=09\\n=E9_=09\\n\\n\\nb=09=3D=E9.=20=E9_b\\na\\rb\\r=20=20\\nb=E9=E9\\rb=E9_=3D=E9b=09\\n=09=E9_b.=09ba=09a=E9?ab\\rba=3D=3D=E9\\r=20' b'=E9 =0A=0D=3D\\t?b=0D_=0A?_._=3Dbab   _=3D\\t=0A=E9_\\t=0A=0A=0Ab\\t=3D=E9. =E9_b=\\n=0Aa=0Db=0D  =0Ab=E9=E9=0Db=E9_=3D=E9b\\t=0A\\t=E9_b.\\tba\\ta=E9?ab=0Dba=3D=3D=E9=\\n=0D=20' b'=E9_\\n\\r=3D\\t?b\\r=5F\\n?=5F.=5F=3Dbab___=5F=3D=09\\n=E9=5F=09\\n\\n\\nb\\t=3D=E9._=E9=5Fb\\na\\rb\\r__\\nb=E9=E9\\rb=E9=5F=3D=E9b=09\\n\\t=E9=5Fb.\\tba\\ta=E9?ab\\rba=3D=3D=E9\\r=20' b'=E9=20=0A=0D=3D=09?b=0D=5F=0A?=5F.=5F=3Dbab=20=20=20=5F=3D=09=0A=E9=5F=09=\\n=0A=0A=0Ab=09=3D=E9.=20=E9=5Fb=0Aa=0Db=0D=20=20=0Ab=E9=E9=0Db=E9=5F=3D=E9b=\\n=09=0A=09=E9=5Fb.=09ba=09a=E9?ab=0Dba=3D=3D=E9=0D=20' "
# expect-json: "b'. ?=3D b\\r\\r_\\t_\\t.\\nb=3D?\\naaa\\t=E9\\n=2E\\n\\rb' b'.=20?=3D=20b\\r\\r_=09_=09.\\nb=3D?\\naaa=09=E9\\n=2E\\n\\rb' b'. ?=3D b=0D=0D_\\t_\\t.=0Ab=3D?=0Aaaa\\t=E9=0A.=0D=0A=0Db' b'._?=3D_b\\r\\r=5F\\t=5F\\t.\\nb=3D?\\naaa\\t=E9\\n=2E\\n\\rb' b'.=20?=3D=20b=0D=0D=5F=09=5F=09.=0Ab=3D?=0Aaaa=09=E9=0A.=0D=0A=0Db' "
# expect-json: "b'\\n=E9.b\\t=3D=E9_.?\\n\\t _=3D=09' b'\\n=E9.b=09=3D=E9_.?\\n=09=20_=3D=09' b'=0A=E9.b\\t=3D=E9_.?=0A\\t _=3D=09' b'\\n=E9.b\\t=3D=E9=5F.?\\n\\t_=5F=3D=09' b'=0A=E9.b=09=3D=E9=5F.?=0A=09=20=5F=3D=09' "
# expect-json: "b'=3D\\nb\\tb.b?=E9?\\n=3D\\r\\ta\\n=20\\n=E9\\t=3D\\nb_=E9=E9=E9b=3D=3Da=3D\\rb\\t_bba?a=09\\n.. b_\\nb' b'=3D\\nb=09b.b?=E9?\\n=3D\\r=09a\\n=20\\n=E9=09=3D\\nb_=E9=E9=E9b=3D=3Da=3D\\rb=09_bba?a=09\\n..=20b_\\nb' b'=3D=0Ab\\tb.b?=E9?=0A=3D=0D\\ta=0A =0A=E9\\t=3D=0Ab_=E9=E9=E9b=3D=3Da=3D=0Db\\t_bba=\\n?a\\t=0A.. b_=0Ab' b'=3D\\nb\\tb.b?=E9?\\n=3D\\r\\ta\\n_\\n=E9\\t=3D\\nb=5F=E9=E9=E9b=3D=3Da=3D\\rb\\t=5Fbba?a=09\\n.._b=5F\\nb' b'=3D=0Ab=09b.b?=E9?=0A=3D=0D=09a=0A=20=0A=E9=09=3D=0Ab=5F=E9=E9=E9b=3D=3Da=\\n=3D=0Db=09=5Fbba?a=09=0A..=20b=5F=0Ab' "
# expect-json: "b'?   =20\\n\\tb_=E9\\t =3D _a\\n=E9?_=3D \\t\\r_ a?=3D\\tb?.\\r_\\t_._.a\\n \\t.a?\\r=E9aa\\n=E9 =E9  \\t\\t\\r=E9\\r =E9b=3D.a _\\n_?.??=3D=3D\\n.?.=3D\\n_=E9?\\t?=3Dab_?\\n _=3D\\t\\t\\t_\\n .=E9bb=E9_=E9\\r  \\t\\r=3D=E9a.?\\r?\\n\\r_ _' b'?=20=20=20=20\\n=09b_=E9=09=20=3D=20_a\\n=E9?_=3D=20=09\\r_=20a?=3D=09b?.\\r_=09_._.a\\n=20=09.a?\\r=E9aa\\n=E9=20=E9=20=20=09=09\\r=E9\\r=20=E9b=3D.a=20_\\n_?.??=3D=3D\\n.?.=3D\\n_=E9?=09?=3Dab_?\\n=20_=3D=09=09=09_\\n=20.=E9bb=E9_=E9\\r=20=20=09\\r=3D=E9a.?\\r?\\n\\r_=20_' b'?    =0A\\tb_=E9\\t =3D _a=0A=E9?_=3D \\t=0D_ a?=3D\\tb?.=0D_\\t_._.a=0D=0A \\t.a?=0D=\\n=E9aa=0A=E9 =E9  \\t\\t=0D=E9=0D =E9b=3D.a _=0A_?.??=3D=3D=0A.?.=3D=0D=0A_=E9?\\t=\\n?=3Dab_?=0A _=3D\\t\\t\\t_=0A .=E9bb=E9_=E9=0D  \\t=0D=3D=E9a.?=0D?=0A=0D_ _' b'?____\\n\\tb=5F=E9\\t_=3D_=5Fa\\n=E9?=5F=3D_\\t\\r=5F_a?=3D\\tb?.\\r=5F\\t=5F.=5F.a\\n_\\t.a?\\r=E9aa\\n=E9_=E9__\\t\\t\\r=E9\\r_=E9b=3D.a_=5F\\n=5F?.??=3D=3D\\n.?.=3D\\n=5F=E9?\\t?=3Dab=5F?\\n_=5F=3D\\t\\t\\t=5F\\n_.=E9bb=E9=5F=E9\\r__\\t\\r=3D=E9a.?\\r?\\n\\r=5F_=5F' b'?=20=20=20=20=0A=09b=5F=E9=09=20=3D=20=5Fa=0A=E9?=5F=3D=20=09=0D=5F=20a?=3D=\\n=09b?.=0D=5F=09=5F.=5F.a=0D=0A=20=09.a?=0D=E9aa=0A=E9=20=E9=20=20=09=09=0D=\\n=E9=0D=20=E9b=3D.a=20=5F=0A=5F?.??=3D=3D=0A.?.=3D=0D=0A=5F=E9?=09?=3Dab=5F?=\\n=0A=20=5F=3D=09=09=09=5F=0A=20.=E9bb=E9=5F=E9=0D=20=20=09=0D=3D=E9a.?=0D?=\\n=0A=0D=5F=20=5F' "
# expect-json: "b'a_b\\t?b\\tb =E9??b.=3D\\r\\r\\r=20\\n. =E9.=3Db\\r=E9_\\rb?\\t\\t=3D\\r_a=3D_.=E9aa?=E9=3D\\t=3D \\t _=3D\\t\\t=E9\\t?. _\\n=2E\\rb=3D=E9\\r=3D\\tbab=E9a_\\t?? b_\\n=E9\\t\\r_?\\n_\\nab..\\n\\t_\\n?=E9.b?\\r\\r=3D_a\\t?=E9_=3D.=E9_\\r\\t .=E9?_=3D\\n_a?\\r=E9\\r\\n=E9=E9b.=3D??\\t?a\\r? ?\\r\\t b=E9a\\n\\t\\r?_\\t .\\t. ._a\\t_b=E9\\rb\\nb?.a _ b\\r' b'a_b=09?b=09b=20=E9??b.=3D\\r\\r\\r=20\\n.=20=E9.=3Db\\r=E9_\\rb?=09=09=3D\\r_a=3D_.=E9aa?=E9=3D=09=3D=20=09=20_=3D=09=09=\\n=E9=09?.=20_\\n=2E\\rb=3D=E9\\r=3D=09bab=E9a_=09??=20b_\\n=E9=09\\r_?\\n_\\nab..\\n=09_\\n?=E9.b?\\r\\r=3D_a=09?=E9_=3D.=E9_\\r=09=20.=E9?_=3D\\n_a?\\r=E9\\r\\n=E9=E9b.=3D??=09?a\\r?=20?\\r=09=20b=E9a\\n=09\\r?_=09=20.=09.=20._a=09_b=E9\\rb\\nb?.a=20_=20b\\r' b'a_b\\t?b\\tb =E9??b.=3D=0D=0D=0D =0A. =E9.=3Db=0D=E9_=0Db?\\t\\t=3D=0D_a=3D_.=E9aa?=\\n=E9=3D\\t=3D \\t _=3D\\t\\t=E9\\t?. _=0A.=0Db=3D=E9=0D=3D\\tbab=E9a_\\t?? b_=0A=E9\\t=0D_?=\\n=0A_=0Aab..=0A\\t_=0D=0A?=E9.b?=0D=0D=3D_a\\t?=E9_=3D.=E9_=0D\\t .=E9?_=3D=0A_a?=\\n=0D=E9=0D=0D=0A=E9=E9b.=3D??\\t?a=0D? ?=0D\\t b=E9a=0A\\t=0D?_\\t .\\t. ._a\\t_b=E9=0Db=\\n=0Ab?.a _ b=0D' b'a=5Fb\\t?b\\tb_=E9??b.=3D\\r\\r\\r_\\n._=E9.=3Db\\r=E9=5F\\rb?\\t\\t=3D\\r=5Fa=3D=5F.=E9aa?=E9=3D\\t=3D_\\t_=5F=3D\\t\\t=E9\\t?._=5F\\n=2E\\rb=3D=E9\\r=3D\\tbab=E9a=5F\\t??_b=5F\\n=E9\\t\\r=5F?\\n=5F\\nab..\\n\\t=5F\\n?=E9.b?\\r\\r=3D=5Fa\\t?=E9=5F=3D.=E9=5F\\r\\t_.=E9?=5F=3D\\n=5Fa?\\r=E9\\r\\n=E9=E9b.=3D??\\t?a\\r?_?\\r\\t_b=E9a\\n\\t\\r?=5F\\t_.\\t._.=5Fa\\t=5Fb=E9\\rb\\nb?.a_=5F_b\\r' b'a=5Fb=09?b=09b=20=E9??b.=3D=0D=0D=0D=20=0A.=20=E9.=3Db=0D=E9=5F=0Db?=09=09=\\n=3D=0D=5Fa=3D=5F.=E9aa?=E9=3D=09=3D=20=09=20=5F=3D=09=09=E9=09?.=20=5F=0A.=\\n=0Db=3D=E9=0D=3D=09bab=E9a=5F=09??=20b=5F=0A=E9=09=0D=5F?=0A=5F=0Aab..=0A=\\n=09=5F=0D=0A?=E9.b?=0D=0D=3D=5Fa=09?=E9=5F=3D.=E9=5F=0D=09=20.=E9?=5F=3D=0A=\\n=5Fa?=0D=E9=0D=0D=0A=E9=E9b.=3D??=09?a=0D?=20?=0D=09=20b=E9a=0A=09=0D?=5F=\\n=09=20.=09.=20.=5Fa=09=5Fb=E9=0Db=0Ab?.a=20=5F=20b=0D' "
# expect-json: "b'\\t=E9\\t=3D_=3D=3D\\n\\tbb_?\\n.__a \\t?_=09\\n=E9=3D\\r_\\r .\\t=E9\\n=3D\\t=E9=3D?a=E9\\n\\r=3D\\t=3Db? =E9.=E9 =E9\\t._   .\\n\\t\\r=3Db=3D?\\tbb=3D\\n.b aa=E9a=3D?a._=E9.\\n?\\tb=E9 b=3D\\r=3D..\\r =3D=3D\\t._=E9\\r=3D.=09\\n.=E9b=3Dbaaa.\\n\\r=E9\\t=3D\\r ? aa\\r ?_a=E9\\r\\t b.?\\taa_a_ a\\tb\\rb=3Da.?' b'=09=E9=09=3D_=3D=3D\\n=09bb_?\\n.__a=20=09?_=09\\n=E9=3D\\r_\\r=20.=09=E9\\n=3D=09=E9=3D?a=E9\\n\\r=3D=09=3Db?=20=E9.=E9=20=E9=09._=20=20=20.\\n=09\\r=3Db=3D?=09bb=3D\\n.b=20aa=E9a=3D?a._=E9.\\n?=09b=E9=20b=3D\\r=3D..\\r=20=3D=3D=09._=E9\\r=3D.=09\\n.=E9b=3Dbaaa.\\n\\r=E9=09=3D\\r=20?=20aa\\r=20?_a=E9\\r=09=20b.?=09aa_a_=20a=09b\\rb=3Da.?' b'\\t=E9\\t=3D_=3D=3D=0A\\tbb_?=0A.__a \\t?_\\t=0A=E9=3D=0D_=0D .\\t=E9=0A=3D\\t=E9=3D?a=E9=\\n=0D=0A=0D=3D\\t=3Db? =E9.=E9 =E9\\t._   .=0A\\t=0D=3Db=3D?\\tbb=3D=0D=0A.b aa=E9a=\\n=3D?a._=E9.=0A?\\tb=E9 b=3D=0D=3D..=0D =3D=3D\\t._=E9=0D=3D.\\t=0A.=E9b=3Dbaaa.=\\n=0A=0D=E9\\t=3D=0D ? aa=0D ?_a=E9=0D\\t b.?\\taa_a_ a\\tb=0Db=3Da.?' b'\\t=E9\\t=3D=5F=3D=3D\\n\\tbb=5F?\\n.=5F=5Fa_\\t?=5F=09\\n=E9=3D\\r=5F\\r_.\\t=E9\\n=3D\\t=E9=3D?a=E9\\n\\r=3D\\t=3Db?_=E9.=E9_=E9\\t.=5F___.\\n\\t\\r=3Db=3D?\\tbb=3D\\n.b_aa=E9a=3D?a.=5F=E9.\\n?\\tb=E9_b=3D\\r=3D..\\r_=3D=3D\\t.=5F=E9\\r=3D.=09\\n.=E9b=3Dbaaa.\\n\\r=E9\\t=3D\\r_?_aa\\r_?=5Fa=E9\\r\\t_b.?\\taa=5Fa=5F_a\\tb\\rb=3Da.?' b'=09=E9=09=3D=5F=3D=3D=0A=09bb=5F?=0A.=5F=5Fa=20=09?=5F=09=0A=E9=3D=0D=5F=0D=\\n=20.=09=E9=0A=3D=09=E9=3D?a=E9=0D=0A=0D=3D=09=3Db?=20=E9.=E9=20=E9=09.=5F=\\n=20=20=20.=0A=09=0D=3Db=3D?=09bb=3D=0D=0A.b=20aa=E9a=3D?a.=5F=E9.=0A?=09b=\\n=E9=20b=3D=0D=3D..=0D=20=3D=3D=09.=5F=E9=0D=3D.=09=0A.=E9b=3Dbaaa.=0A=0D=E9=\\n=09=3D=0D=20?=20aa=0D=20?=5Fa=E9=0D=09=20b.?=09aa=5Fa=5F=20a=09b=0Db=3Da.?' "
# expect-json: "b'\\t?=3D?.\\r\\n?\\t\\t??=3D=3Da=E9=E9=20\\r\\n\\r=E9_?_a\\r\\n_\\r_=3D_\\r?' b'=09?=3D?.\\r\\n?=09=09??=3D=3Da=E9=E9=20\\r\\n\\r=E9_?_a\\r\\n_\\r_=3D_\\r?' b'\\t?=3D?.=0D=0A?\\t\\t??=3D=3Da=E9=E9 =0A=0D=E9_?_a=0A_=0D_=3D_=0D?' b'\\t?=3D?.\\r\\n?\\t\\t??=3D=3Da=E9=E9_\\r\\n\\r=E9=5F?=5Fa\\r\\n=5F\\r=5F=3D=5F\\r?' b'=09?=3D?.=0D=0A?=09=09??=3D=3Da=E9=E9=20=0A=0D=E9=5F?=5Fa=0A=5F=0D=5F=3D=5F=\\r\\n=0D?' "
# expect-json: "b'\\t=E9b\\t b a=3D\\raa?b_._' b'=09=E9b=09=20b=20a=3D\\raa?b_._' b'\\t=E9b\\t b a=3D=0Daa?b_._' b'\\t=E9b\\t_b_a=3D\\raa?b=5F.=5F' b'=09=E9b=09=20b=20a=3D=0Daa?b=5F.=5F' "
# expect-json: "b'b\\na _a.? \\r.a_\\tb=09\\nb\\ta\\ra=09\\n \\t\\rb?\\tb\\r=3D__=3D\\n\\n_\\r=E9.b ?.__=E9__a\\t =3D\\n\\r_\\nb\\n =E9ba\\t?_\\n\\r=09\\n\\n=09\\n__a_b=20\\n\\n\\n=E9b.\\t..\\n\\rb' b'b\\na=20_a.?=20\\r.a_=09b=09\\nb=09a\\ra=09\\n=20=09\\rb?=09b\\r=3D__=3D\\n\\n_\\r=E9.b=20?.__=E9__a=09=20=3D\\n\\r_\\nb\\n=20=E9ba=09?_\\n\\r=09\\n\\n=09\\n__a_b=20\\n\\n\\n=E9b.=09..\\n\\rb' b'b=0Aa _a.? =0D.a_\\tb\\t=0Ab\\ta=0Da\\t=0A \\t=0Db?\\tb=0D=3D__=3D=0A=0A_=0D=E9.b ?.__=\\n=E9__a\\t =3D=0A=0D_=0Ab=0D=0A =E9ba\\t?_=0A=0D\\t=0A=0A\\t=0A__a_b =0A=0A=0A=E9b.\\t=\\n..=0A=0Db' b'b\\na_=5Fa.?_\\r.a=5F\\tb=09\\nb\\ta\\ra=09\\n_\\t\\rb?\\tb\\r=3D=5F=5F=3D\\n\\n=5F\\r=E9.b_?.=5F=5F=E9=5F=5Fa\\t_=3D\\n\\r=5F\\nb\\n_=E9ba\\t?=5F\\n\\r=09\\n\\n=09\\n=5F=5Fa=5Fb_\\n\\n\\n=E9b.\\t..\\n\\rb' b'b=0Aa=20=5Fa.?=20=0D.a=5F=09b=09=0Ab=09a=0Da=09=0A=20=09=0Db?=09b=0D=3D=5F=\\n=5F=3D=0A=0A=5F=0D=E9.b=20?.=5F=5F=E9=5F=5Fa=09=20=3D=0A=0D=5F=0Ab=0D=0A=20=\\n=E9ba=09?=5F=0A=0D=09=0A=0A=09=0A=5F=5Fa=5Fb=20=0A=0A=0A=E9b.=09..=0A=0Db' "
# expect-json: "b'a a_.=E9\\t=3D=E9\\n\\n?\\n\\r\\t.=E9\\n__ a \\t?=3D=E9 b \\r=E9ab_?\\tb=3D\\tb?=E9_?bb=3D? _\\ra=E9\\n.\\t=3D=3D=E9.=3D\\r.?\\n_=3D.b\\t\\r=3Da_\\r_.b\\r=E9_=E9=E9\\ra\\n.a=3D\\t?a_b\\t_\\n_?=E9_\\t_\\r__\\r=E9?=E9\\t.\\t _.=E9 _ \\t?a\\r?=E9a\\n\\r\\r\\t??abba\\r\\t.=09\\n?.\\n\\r.' b'a=20a_.=E9=09=3D=E9\\n\\n?\\n\\r=09.=E9\\n__=20a=20=09?=3D=E9=20b=20\\r=E9ab_?=09b=3D=09b?=E9_?bb=3D?=20_\\ra=E9\\n.=09=3D=3D=E9.=3D\\r.?\\n_=3D.b=09\\r=3Da_\\r_.b\\r=E9_=E9=E9\\ra\\n.a=3D=09?a_b=09_\\n_?=E9_=09_\\r__\\r=E9?=E9=09.=09=20_.=E9=20_=20=09?a\\r?=E9a\\n\\r\\r=09??abba\\r=09.=09\\n?.\\n\\r.' b'a a_.=E9\\t=3D=E9=0A=0A?=0A=0D\\t.=E9=0A__ a \\t?=3D=E9 b =0D=E9ab_?\\tb=3D\\tb?=E9_?=\\nbb=3D? _=0Da=E9=0A.\\t=3D=3D=E9.=3D=0D.?=0A_=3D.b\\t=0D=3Da_=0D_.b=0D=E9_=E9=E9=\\n=0Da=0A.a=3D\\t?a_b\\t_=0A_?=E9_\\t_=0D__=0D=E9?=E9\\t.\\t _.=E9 _ \\t?a=0D?=E9a=0A=0D=\\n=0D\\t??abba=0D\\t.\\t=0A?.=0A=0D.' b'a_a=5F.=E9\\t=3D=E9\\n\\n?\\n\\r\\t.=E9\\n=5F=5F_a_\\t?=3D=E9_b_\\r=E9ab=5F?\\tb=3D\\tb?=E9=5F?bb=3D?_=5F\\ra=E9\\n.\\t=3D=3D=E9.=3D\\r.?\\n=5F=3D.b\\t\\r=3Da=5F\\r=5F.b\\r=E9=5F=E9=E9\\ra\\n.a=3D\\t?a=5Fb\\t=5F\\n=5F?=E9=5F\\t=5F\\r=5F=5F\\r=E9?=E9\\t.\\t_=5F.=E9_=5F_\\t?a\\r?=E9a\\n\\r\\r\\t??abba\\r\\t.=09\\n?.\\n\\r.' b'a=20a=5F.=E9=09=3D=E9=0A=0A?=0A=0D=09.=E9=0A=5F=5F=20a=20=09?=3D=E9=20b=20=\\n=0D=E9ab=5F?=09b=3D=09b?=E9=5F?bb=3D?=20=5F=0Da=E9=0A.=09=3D=3D=E9.=3D=0D.?=\\n=0A=5F=3D.b=09=0D=3Da=5F=0D=5F.b=0D=E9=5F=E9=E9=0Da=0A.a=3D=09?a=5Fb=09=5F=\\n=0A=5F?=E9=5F=09=5F=0D=5F=5F=0D=E9?=E9=09.=09=20=5F.=E9=20=5F=20=09?a=0D?=\\n=E9a=0A=0D=0D=09??abba=0D=09.=09=0A?.=0A=0D.' "
# expect-json: "b'=2E\\n \\r a =09\\n =E9\\t\\r\\t_\\t\\r=09\\n.=3D.\\r\\rbb =3D' b'=2E\\n=20\\r=20a=20=09\\n=20=E9=09\\r=09_=09\\r=09\\n.=3D.\\r\\rbb=20=3D' b'=2E=0A =0D a \\t=0A =E9\\t=0D\\t_\\t=0D\\t=0D=0A.=3D.=0D=0Dbb =3D' b'=2E\\n_\\r_a_=09\\n_=E9\\t\\r\\t=5F\\t\\r=09\\n.=3D.\\r\\rbb_=3D' b'=2E=0A=20=0D=20a=20=09=0A=20=E9=09=0D=09=5F=09=0D=09=0D=0A.=3D.=0D=0Dbb=20=\\n=3D' "
# expect-json: "b'=3Dab\\t .b\\r? ab\\r=E9a_=3D_\\r\\na?b_?\\r?b\\t?\\t .a=3D??b' b'=3Dab=09=20.b\\r?=20ab\\r=E9a_=3D_\\r\\na?b_?\\r?b=09?=09=20.a=3D??b' b'=3Dab\\t .b=0D? ab=0D=E9a_=3D_=0D=0Aa?b_?=0D?b\\t?\\t .a=3D??b' b'=3Dab\\t_.b\\r?_ab\\r=E9a=5F=3D=5F\\r\\na?b=5F?\\r?b\\t?\\t_.a=3D??b' b'=3Dab=09=20.b=0D?=20ab=0D=E9a=5F=3D=5F=0D=0Aa?b=5F?=0D?b=09?=09=20.a=3D??b' "
# expect-json: "b'b?.\\t?_.\\rb=E9.b \\r=E9=3D _\\t\\r_\\t.?_=3D=E9\\n.ba?\\n\\ta_?.\\tb=3D_\\t\\t=3D\\r  \\t=3D\\r_?=E9a_=E9_ \\r\\t\\t.\\t\\t.=3D.\\n=E9.=3D\\n =E9 =E9._ a_\\n_ ?=3D\\n=E9..\\nb  \\t=3Db?' b'b?.=09?_.\\rb=E9.b=20\\r=E9=3D=20_=09\\r_=09.?_=3D=E9\\n.ba?\\n=09a_?.=09b=3D_=09=09=3D\\r=20=20=09=3D\\r_?=E9a_=E9_=20\\r=09=09.=09=09.=3D.\\n=E9.=3D\\n=20=E9=20=E9._=20a_\\n_=20?=3D\\n=E9..\\nb=20=20=09=3Db?' b'b?.\\t?_.=0Db=E9.b =0D=E9=3D _\\t=0D_\\t.?_=3D=E9=0A.ba?=0A\\ta_?.\\tb=3D_\\t\\t=3D=0D  \\t=\\n=3D=0D_?=E9a_=E9_ =0D\\t\\t.\\t\\t.=3D.=0A=E9.=3D=0A =E9 =E9._ a_=0A_ ?=3D=0A=E9..=\\n=0Ab  \\t=3Db?' b'b?.\\t?=5F.\\rb=E9.b_\\r=E9=3D_=5F\\t\\r=5F\\t.?=5F=3D=E9\\n.ba?\\n\\ta=5F?.\\tb=3D=5F\\t\\t=3D\\r__\\t=3D\\r=5F?=E9a=5F=E9=5F_\\r\\t\\t.\\t\\t.=3D.\\n=E9.=3D\\n_=E9_=E9.=5F_a=5F\\n=5F_?=3D\\n=E9..\\nb__\\t=3Db?' b'b?.=09?=5F.=0Db=E9.b=20=0D=E9=3D=20=5F=09=0D=5F=09.?=5F=3D=E9=0A.ba?=0A=09a=\\n=5F?.=09b=3D=5F=09=09=3D=0D=20=20=09=3D=0D=5F?=E9a=5F=E9=5F=20=0D=09=09.=09=\\n=09.=3D.=0A=E9.=3D=0A=20=E9=20=E9.=5F=20a=5F=0A=5F=20?=3D=0A=E9..=0Ab=20=20=\\n=09=3Db?' "
# expect-json: "b'a=E9 ?b=3D=E9=3D_=E9?=09\\r\\naa\\t=E9=3Db=3D\\t??\\r\\n\\t=E9_\\rab\\r\\n\\r\\n b\\t ?=E9a\\r\\nbbb=09\\r\\n=3D\\t_a\\r\\nab=20\\r\\n?=3Db?\\r\\n\\ta_\\r\\nb\\r\\n? =E9\\t\\rb?=E9=E9_.=E9\\r_\\r\\t=3D?\\t_ a=E9_b =3D=3D\\r\\t_a\\t_\\t_\\t. \\rb\\r\\nb?_\\r\\n___?=E9a=E9\\t.?  b=E9 ?=3D.\\r\\n\\r\\n\\t  \\r' b'a=E9=20?b=3D=E9=3D_=E9?=09\\r\\naa=09=E9=3Db=3D=09??\\r\\n=09=E9_\\rab\\r\\n\\r\\n=20b=09=20?=E9a\\r\\nbbb=09\\r\\n=3D=09_a\\r\\nab=20\\r\\n?=3Db?\\r\\n=09a_\\r\\nb\\r\\n?=20=E9=09\\rb?=E9=E9_.=E9\\r_\\r=09=3D?=09_=20a=E9_b=20=3D=3D\\r=09_a=09_=09_=09.=\\r\\n=20\\rb\\r\\nb?_\\r\\n___?=E9a=E9=09.?=20=20b=E9=20?=3D.\\r\\n\\r\\n=09=20=20\\r' b'a=E9 ?b=3D=E9=3D_=E9?\\t=0D=0Aaa\\t=E9=3Db=3D\\t??=0A\\t=E9_=0Dab=0A=0A b\\t ?=E9a=0A=\\r\\nbbb\\t=0A=3D\\t_a=0Aab =0D=0A?=3Db?=0A\\ta_=0Ab=0A? =E9\\t=0Db?=E9=E9_.=E9=0D_=0D\\t=\\r\\n=3D?\\t_ a=E9_b =3D=3D=0D\\t_a\\t_\\t_\\t. =0Db=0Ab?_=0A___?=E9a=E9\\t.?  b=E9 ?=3D.=0A=\\r\\n=0A\\t  =0D' b'a=E9_?b=3D=E9=3D=5F=E9?=09\\r\\naa\\t=E9=3Db=3D\\t??\\r\\n\\t=E9=5F\\rab\\r\\n\\r\\n_b\\t_?=E9a\\r\\nbbb=09\\r\\n=3D\\t=5Fa\\r\\nab_\\r\\n?=3Db?\\r\\n\\ta=5F\\r\\nb\\r\\n?_=E9\\t\\rb?=E9=E9=5F.=E9\\r=5F\\r\\t=3D?\\t=5F_a=E9=5Fb_=3D=3D\\r\\t=5Fa\\t=5F\\t=5F\\t._\\rb\\r\\nb?=5F\\r\\n=5F=5F=5F?=E9a=E9\\t.?__b=E9_?=3D.\\r\\n\\r\\n\\t__\\r' b'a=E9=20?b=3D=E9=3D=5F=E9?=09=0D=0Aaa=09=E9=3Db=3D=09??=0A=09=E9=5F=0Dab=0A=\\r\\n=0A=20b=09=20?=E9a=0Abbb=09=0A=3D=09=5Fa=0Aab=20=0D=0A?=3Db?=0A=09a=5F=0Ab=\\r\\n=0A?=20=E9=09=0Db?=E9=E9=5F.=E9=0D=5F=0D=09=3D?=09=5F=20a=E9=5Fb=20=3D=3D=\\r\\n=0D=09=5Fa=09=5F=09=5F=09.=20=0Db=0Ab?=5F=0A=5F=5F=5F?=E9a=E9=09.?=20=20b=\\r\\n=E9=20?=3D.=0A=0A=09=20=20=0D' "
# expect-json: "b'\\rb=E9 \\t\\t???=E9a_a? \\r_b.a\\r=E9?\\r=09\\n\\r\\r=E9.ab.a?aab=E9 __\\n_\\t=E9?\\n.=3D=E9=3Db_\\n ba\\n\\n\\t??a=E9\\r\\r\\n=09\\n.=3D?=E9_ a\\n?b_ _??.\\nb=E9a.=3D\\r? \\r=3Db=3D\\n\\n?=3D?..\\n.??' b'\\rb=E9=20=09=09???=E9a_a?=20\\r_b.a\\r=E9?\\r=09\\n\\r\\r=E9.ab.a?aab=E9=20__\\n_=09=E9?\\n.=3D=E9=3Db_\\n=20ba\\n\\n=09??a=E9\\r\\r\\n=09\\n.=3D?=E9_=20a\\n?b_=20_??.\\nb=E9a.=3D\\r?=20\\r=3Db=3D\\n\\n?=3D?..\\n.??' b'=0Db=E9 \\t\\t???=E9a_a? =0D_b.a=0D=E9?=0D\\t=0A=0D=0D=E9.ab.a?aab=E9 __=0A_\\t=E9?=\\n=0A.=3D=E9=3Db_=0A ba=0A=0D=0A\\t??a=E9=0D=0D=0D=0A\\t=0A.=3D?=E9_ a=0A?b_ _??.=\\n=0Ab=E9a.=3D=0D? =0D=3Db=3D=0A=0A?=3D?..=0A.??' b'\\rb=E9_\\t\\t???=E9a=5Fa?_\\r=5Fb.a\\r=E9?\\r=09\\n\\r\\r=E9.ab.a?aab=E9_=5F=5F\\n=5F\\t=E9?\\n.=3D=E9=3Db=5F\\n_ba\\n\\n\\t??a=E9\\r\\r\\n=09\\n.=3D?=E9=5F_a\\n?b=5F_=5F??.\\nb=E9a.=3D\\r?_\\r=3Db=3D\\n\\n?=3D?..\\n.??' b'=0Db=E9=20=09=09???=E9a=5Fa?=20=0D=5Fb.a=0D=E9?=0D=09=0A=0D=0D=E9.ab.a?aab=\\n=E9=20=5F=5F=0A=5F=09=E9?=0A.=3D=E9=3Db=5F=0A=20ba=0A=0D=0A=09??a=E9=0D=0D=\\n=0D=0A=09=0A.=3D?=E9=5F=20a=0A?b=5F=20=5F??.=0Ab=E9a.=3D=0D?=20=0D=3Db=3D=\\n=0A=0A?=3D?..=0A.??' "
# expect-json: "b'=3D\\r.\\r_b=E9.\\t  a\\r\\rba?b .\\r?_\\t  _b\\ta.\\r?=3D_\\ra_=3D\\r ?=20\\n?=3Db__  \\r=E9a_=3D\\r=3Da_=3D_=E9?_b=3D\\r.b=E9?a\\rb_b?.a_=3Daa\\t.\\t\\r =E9 _\\n_?._\\r_ \\r\\r=3D.=09\\n \\t=E9\\t =E9b\\n\\n \\t\\t=09\\n\\r\\t=E9.a  \\t=3D=3Db=E9_=E9=3D_\\r=3D=E9 _.\\r=3Db?b ?aa\\r\\r\\r? =E9=E9 ?__b=3D\\r \\t=3D?\\n =3D\\t=20\\n._\\tb_\\t=3D.a' b'=3D\\r.\\r_b=E9.=09=20=20a\\r\\rba?b=20.\\r?_=09=20=20_b=09a.\\r?=3D_\\ra_=3D\\r=20?=20\\n?=3Db__=20=20\\r=E9a_=3D\\r=3Da_=3D_=E9?_b=3D\\r.b=E9?a\\rb_b?.a_=3Daa=09.=09\\r=20=\\n=E9=20_\\n_?._\\r_=20\\r\\r=3D.=09\\n=20=09=E9=09=20=E9b\\n\\n=20=09=09=09\\n\\r=09=E9.a=20=20=09=3D=3Db=E9_=E9=3D_\\r=3D=E9=20_.\\r=3Db?b=20?aa\\r\\r\\r?=20=E9=E9=\\n=20?__b=3D\\r=20=09=3D?\\n=20=3D=09=20\\n._=09b_=09=3D.a' b'=3D=0D.=0D_b=E9.\\t  a=0D=0Dba?b .=0D?_\\t  _b\\ta.=0D?=3D_=0Da_=3D=0D ? =0A?=3Db=\\n__  =0D=E9a_=3D=0D=3Da_=3D_=E9?_b=3D=0D.b=E9?a=0Db_b?.a_=3Daa\\t.\\t=0D =E9 _=\\n=0A_?._=0D_ =0D=0D=3D.\\t=0A \\t=E9\\t =E9b=0A=0A \\t\\t\\t=0A=0D\\t=E9.a  \\t=3D=3Db=E9_=\\n=E9=3D_=0D=3D=E9 _.=0D=3Db?b ?aa=0D=0D=0D? =E9=E9 ?__b=3D=0D \\t=3D?=0D=0A =\\n=3D\\t =0A._\\tb_\\t=3D.a' b'=3D\\r.\\r=5Fb=E9.\\t__a\\r\\rba?b_.\\r?=5F\\t__=5Fb\\ta.\\r?=3D=5F\\ra=5F=3D\\r_?_\\n?=3Db=5F=5F__\\r=E9a=5F=3D\\r=3Da=5F=3D=5F=E9?=5Fb=3D\\r.b=E9?a\\rb=5Fb?.a=5F=3Daa\\t=\\n.\\t\\r_=E9_=5F\\n=5F?.=5F\\r=5F_\\r\\r=3D.=09\\n_\\t=E9\\t_=E9b\\n\\n_\\t\\t=09\\n\\r\\t=E9.a__\\t=3D=3Db=E9=5F=E9=3D=5F\\r=3D=E9_=5F.\\r=3Db?b_?aa\\r\\r\\r?_=E9=E9_?=5F=5Fb=\\n=3D\\r_\\t=3D?\\n_=3D\\t_\\n.=5F\\tb=5F\\t=3D.a' b'=3D=0D.=0D=5Fb=E9.=09=20=20a=0D=0Dba?b=20.=0D?=5F=09=20=20=5Fb=09a.=0D?=3D=\\n=5F=0Da=5F=3D=0D=20?=20=0A?=3Db=5F=5F=20=20=0D=E9a=5F=3D=0D=3Da=5F=3D=5F=E9=\\n?=5Fb=3D=0D.b=E9?a=0Db=5Fb?.a=5F=3Daa=09.=09=0D=20=E9=20=5F=0A=5F?.=5F=0D=\\n=5F=20=0D=0D=3D.=09=0A=20=09=E9=09=20=E9b=0A=0A=20=09=09=09=0A=0D=09=E9.a=\\n=20=20=09=3D=3Db=E9=5F=E9=3D=5F=0D=3D=E9=20=5F.=0D=3Db?b=20?aa=0D=0D=0D?=20=\\n=E9=E9=20?=5F=5Fb=3D=0D=20=09=3D?=0D=0A=20=3D=09=20=0A.=5F=09b=5F=09=3D.a' "
# expect-json: "b'=E9=E9b=E9\\n.\\t=E9aa\\n  ?bb\\r?=E9=3D=3D__\\rb=3D\\r?_ =E9\\tab=3D=E9\\r?._=E9=3D\\ta? ??__=3D\\r\\t?\\r\\r\\t.b?  _a.a=\\n.=3D\\r_\\n=3Dbb' b'=E9=E9b=E9\\n.=09=E9aa\\n=20=20?bb\\r?=E9=3D=3D__\\rb=3D\\r?_=20=E9=09ab=3D=E9\\r?._=E9=3D=09a?=20??__=3D\\r=\\n=09?\\r\\r=09.b?=20=20_a.a.=3D\\r_\\n=3Dbb' b'=E9=E9b=E9=0A.\\t=E9aa=0A  ?bb=0D?=E9=3D=3D__=0Db=3D=0D?_ =E9\\tab=3D=E9=0D?._=\\n=E9=3D\\ta? ??__=3D=0D\\t?=0D=0D\\t.b?  _a.a.=3D=0D_=0A=3Dbb' b'=E9=E9b=E9\\n.\\t=E9aa\\n__?bb\\r?=E9=3D=3D=5F=5F\\rb=3D\\r?=5F_=E9\\tab=3D=E9\\r?.=5F=E9=3D\\ta?_??=5F=5F=3D\\r\\t?=\\n\\r\\r\\t.b?__=5Fa.a.=3D\\r=5F\\n=3Dbb' b'=E9=E9b=E9=0A.=09=E9aa=0A=20=20?bb=0D?=E9=3D=3D=5F=5F=0Db=3D=0D?=5F=20=E9=\\n=09ab=3D=E9=0D?.=5F=E9=3D=09a?=20??=5F=5F=3D=0D=09?=0D=0D=09.b?=20=20=5Fa.a=\\n.=3D=0D=5F=0A=3Dbb' "
# expect-json: "b'a\\r.=3D =E9_=3D_\\r_\\n=3D=3D\\n?=E9b\\na.a=E9  \\t.a=E9_b=E9\\rb\\r_=E9?\\t\\r=09\\n.a_.a\\r\\t=E9\\n =E9=E9_\\tb=E9\\n\\r\\r_a=E9=E9ba=E9_ab\\n\\n\\n_a?\\n=E9b.?b_.\\n__a=20\\n\\n=3D =E9 =E9b\\n_\\n\\n\\t=E9\\nab?=3D\\t\\r_\\t=E9=E9bb \\t\\rb \\t_?\\t=3D=3Db\\t.a_\\t=3D_b_\\n\\n\\t_ a.\\naa\\n\\r _a=E9??_\\r =3D=3Db=E9 =E9_b\\t.=3Da' b'a\\r.=3D=20=E9_=3D_\\r_\\n=3D=3D\\n?=E9b\\na.a=E9=20=20=09.a=E9_b=E9\\rb\\r_=E9?=09\\r=09\\n.a_.a\\r=09=E9\\n=20=E9=E9_=09b=E9\\n\\r\\r_a=E9=E9ba=E9_ab\\n\\n\\n_a?\\n=E9b.?b_.\\n__a=20\\n\\n=3D=20=E9=20=E9b\\n_\\n\\n=09=E9\\nab?=3D=09\\r_=09=E9=E9bb=20=09\\rb=20=09_?=09=3D=3Db=09.a_=09=3D_b_\\n\\n=09_=20a.\\naa\\n\\r=20_a=E9??_\\r=20=3D=3Db=E9=20=E9_b=09.=3Da' b'a=0D.=3D =E9_=3D_=0D_=0A=3D=3D=0A?=E9b=0Aa.a=E9  \\t.a=E9_b=E9=0Db=0D_=E9?\\t=\\n=0D\\t=0A.a_.a=0D\\t=E9=0A =E9=E9_\\tb=E9=0A=0D=0D_a=E9=E9ba=E9_ab=0A=0A=0A_a?=0A=\\n=E9b.?b_.=0A__a =0A=0A=3D =E9 =E9b=0D=0A_=0D=0A=0A\\t=E9=0Aab?=3D\\t=0D_\\t=E9=E9=\\nbb \\t=0Db \\t_?\\t=3D=3Db\\t.a_\\t=3D_b_=0A=0A\\t_ a.=0Aaa=0A=0D _a=E9??_=0D =3D=3Db=\\n=E9 =E9_b\\t.=3Da' b'a\\r.=3D_=E9=5F=3D=5F\\r=5F\\n=3D=3D\\n?=E9b\\na.a=E9__\\t.a=E9=5Fb=E9\\rb\\r=5F=E9?\\t\\r=09\\n.a=5F.a\\r\\t=E9\\n_=E9=E9=5F\\tb=E9\\n\\r\\r=5Fa=E9=E9ba=E9=5Fab\\n\\n\\n=5Fa?\\n=E9b.?b=5F.\\n=5F=5Fa_\\n\\n=3D_=E9_=E9b\\n=5F\\n\\n\\t=E9\\nab?=3D\\t\\r=5F\\t=E9=E9bb_\\t\\rb_\\t=5F?\\t=3D=3Db\\t.a=5F\\t=3D=5Fb=5F\\n\\n\\t=5F_a.\\naa\\n\\r_=5Fa=E9??=5F\\r_=3D=3Db=E9_=E9=5Fb\\t.=3Da' b'a=0D.=3D=20=E9=5F=3D=5F=0D=5F=0A=3D=3D=0A?=E9b=0Aa.a=E9=20=20=09.a=E9=5Fb=\\n=E9=0Db=0D=5F=E9?=09=0D=09=0A.a=5F.a=0D=09=E9=0A=20=E9=E9=5F=09b=E9=0A=0D=\\n=0D=5Fa=E9=E9ba=E9=5Fab=0A=0A=0A=5Fa?=0A=E9b.?b=5F.=0A=5F=5Fa=20=0A=0A=3D=\\n=20=E9=20=E9b=0D=0A=5F=0D=0A=0A=09=E9=0Aab?=3D=09=0D=5F=09=E9=E9bb=20=09=0D=\\nb=20=09=5F?=09=3D=3Db=09.a=5F=09=3D=5Fb=5F=0A=0A=09=5F=20a.=0Aaa=0A=0D=20=\\n=5Fa=E9??=5F=0D=20=3D=3Db=E9=20=E9=5Fb=09.=3Da' "
# expect-json: "b'=2E\\n=E9\\n=3D?aa.a \\t_aa=3Db_ a_=3D=3D.\\t=3D._\\n\\n\\r?b=3D=E9 =3D?=E9\\t=E9\\r=E9.\\na.ab??=E9?=E9\\r=E9\\n\\nb?\\r=3D_.=E9=E9?__.=E9?=E9.=E9. \\t?_\\t=E9\\r=E9_\\t\\t\\ta=E9a.' b'=2E\\n=E9\\n=3D?aa.a=20=09_aa=3Db_=20a_=3D=3D.=09=3D._\\n\\n\\r?b=3D=E9=20=3D?=E9=09=E9\\r=E9.\\na.ab??=E9?=E9\\r=E9\\n\\nb?\\r=3D_.=E9=E9?__.=E9?=E9.=E9.=20=09?_=09=E9\\r=E9_=09=09=09a=E9a.' b'=2E=0A=E9=0A=3D?aa.a \\t_aa=3Db_ a_=3D=3D.\\t=3D._=0A=0A=0D?b=3D=E9 =3D?=E9\\t=E9=\\n=0D=E9.=0Aa.ab??=E9?=E9=0D=E9=0A=0Ab?=0D=3D_.=E9=E9?__.=E9?=E9.=E9. \\t?_\\t=E9=\\n=0D=E9_\\t\\t\\ta=E9a.' b'=2E\\n=E9\\n=3D?aa.a_\\t=5Faa=3Db=5F_a=5F=3D=3D.\\t=3D.=5F\\n\\n\\r?b=3D=E9_=3D?=E9\\t=E9\\r=E9.\\na.ab??=E9?=E9\\r=E9\\n\\nb?\\r=3D=5F.=E9=E9?=5F=5F.=E9?=E9.=E9._\\t?=5F\\t=E9\\r=E9=5F\\t\\t\\ta=E9a.' b'=2E=0A=E9=0A=3D?aa.a=20=09=5Faa=3Db=5F=20a=5F=3D=3D.=09=3D.=5F=0A=0A=0D?b=\\n=3D=E9=20=3D?=E9=09=E9=0D=E9.=0Aa.ab??=E9?=E9=0D=E9=0A=0Ab?=0D=3D=5F.=E9=E9=\\n?=5F=5F.=E9?=E9.=E9.=20=09?=5F=09=E9=0D=E9=5F=09=09=09a=E9a.' "
# expect-json: "b'\\n=3D_.=3D.\\n? \\r\\ra?b\\na\\t_a\\t\\ra\\n\\n\\t=E9a=3Db\\nb??b \\t\\r=E9\\n=3Da? _=E9?\\n\\t\\t\\r\\r_.b=3D\\r=3D=E9a=E9=3D?=3D=3D\\r\\r=3D=E9 =09\\na?\\t.. ? a\\n\\r_\\n_.\\n=E9b=E9?\\t_?\\t\\ra\\tb?.b_=3D=E9?=09\\n=3Dab=E9___=20' b'\\n=3D_.=3D.\\n?=20\\r\\ra?b\\na=09_a=09\\ra\\n\\n=09=E9a=3Db\\nb??b=20=09\\r=E9\\n=3Da?=20_=E9?\\n=09=09\\r\\r_.b=3D\\r=3D=E9a=E9=3D?=3D=3D\\r\\r=3D=E9=20=09\\na?=09..=20?=20a\\n\\r_\\n_.\\n=E9b=E9?=09_?=09\\ra=09b?.b_=3D=E9?=09\\n=3Dab=E9___=20' b'=0A=3D_.=3D.=0A? =0D=0Da?b=0Aa\\t_a\\t=0Da=0A=0A\\t=E9a=3Db=0Ab??b \\t=0D=E9=0A=3Da=\\n? _=E9?=0A\\t\\t=0D=0D_.b=3D=0D=3D=E9a=E9=3D?=3D=3D=0D=0D=3D=E9 \\t=0Aa?\\t.. ? a=\\n=0A=0D_=0A_.=0A=E9b=E9?\\t_?\\t=0Da\\tb?.b_=3D=E9?\\t=0D=0A=3Dab=E9___=20' b'\\n=3D=5F.=3D.\\n?_\\r\\ra?b\\na\\t=5Fa\\t\\ra\\n\\n\\t=E9a=3Db\\nb??b_\\t\\r=E9\\n=3Da?_=5F=E9?\\n\\t\\t\\r\\r=5F.b=3D\\r=3D=E9a=E9=3D?=3D=3D\\r\\r=3D=E9_=09\\na?\\t.._?_a\\n\\r=5F\\n=5F.\\n=E9b=E9?\\t=5F?\\t\\ra\\tb?.b=5F=3D=E9?=09\\n=3Dab=E9=5F=5F=5F=20' b'=0A=3D=5F.=3D.=0A?=20=0D=0Da?b=0Aa=09=5Fa=09=0Da=0A=0A=09=E9a=3Db=0Ab??b=20=\\n=09=0D=E9=0A=3Da?=20=5F=E9?=0A=09=09=0D=0D=5F.b=3D=0D=3D=E9a=E9=3D?=3D=3D=\\n=0D=0D=3D=E9=20=09=0Aa?=09..=20?=20a=0A=0D=5F=0A=5F.=0A=E9b=E9?=09=5F?=09=\\n=0Da=09b?.b=5F=3D=E9?=09=0D=0A=3Dab=E9=5F=5F=5F=20' "
# expect-json: "b'\\tab=3Da?a\\rabaaa_\\n\\na=E9a_=3D.=3D\\t\\t=E9__\\t=3D =3D\\r' b'=09ab=3Da?a\\rabaaa_\\n\\na=E9a_=3D.=3D=09=09=E9__=09=3D=20=3D\\r' b'\\tab=3Da?a=0Dabaaa_=0A=0Aa=E9a_=3D.=3D\\t\\t=E9__\\t=3D =3D=0D' b'\\tab=3Da?a\\rabaaa=5F\\n\\na=E9a=5F=3D.=3D\\t\\t=E9=5F=5F\\t=3D_=3D\\r' b'=09ab=3Da?a=0Dabaaa=5F=0A=0Aa=E9a=5F=3D.=3D=09=09=E9=5F=5F=09=3D=20=3D=0D' "
# expect-json: "b'=3D_.a\\n\\n\\rba=E9 _?b=20' b'=3D_.a\\n\\n\\rba=E9=20_?b=20' b'=3D_.a=0A=0A=0Dba=E9 _?b=20' b'=3D=5F.a\\n\\n\\rba=E9_=5F?b=20' b'=3D=5F.a=0A=0A=0Dba=E9=20=5F?b=20' "
# expect-json: "b'=3D \\tba\\n b. =3Da=09\\na=E9b.=3D=3D? ba=3Dabb=3D\\t\\t_\\r=3Da\\t=3D\\n\\n\\n.?=E9\\r?\\rb\\r=3D.\\n =E9?b' b'=3D=20=09ba\\n=20b.=20=3Da=09\\na=E9b.=3D=3D?=20ba=3Dabb=3D=09=09_\\r=3Da=09=3D\\n\\n\\n.?=E9\\r?\\rb\\r=3D.\\n=20=E9?b' b'=3D \\tba=0A b. =3Da\\t=0Aa=E9b.=3D=3D? ba=3Dabb=3D\\t\\t_=0D=3Da\\t=3D=0A=0A=0A.?=E9=\\n=0D?=0Db=0D=3D.=0A =E9?b' b'=3D_\\tba\\n_b._=3Da=09\\na=E9b.=3D=3D?_ba=3Dabb=3D\\t\\t=5F\\r=3Da\\t=3D\\n\\n\\n.?=E9\\r?\\rb\\r=3D.\\n_=E9?b' b'=3D=20=09ba=0A=20b.=20=3Da=09=0Aa=E9b.=3D=3D?=20ba=3Dabb=3D=09=09=5F=0D=3Da=\\n=09=3D=0A=0A=0A.?=E9=0D?=0Db=0D=3D.=0A=20=E9?b' "
# expect-json: "b'b\\r\\t_=09\\n\\n\\r.\\n\\n\\n\\r._a\\n \\t \\t=E9 _  .??   b=E9\\t=3D\\n?\\n \\t.\\tb\\r _\\n.b ?\\nb? ._aa=3D' b'b\\r=09_=09\\n\\n\\r.\\n\\n\\n\\r._a\\n=20=09=20=09=E9=20_=20=20.??=20=20=20b=E9=09=3D\\n?\\n=20=09.=09b\\r=20_\\n.b=20?\\nb?=20._aa=3D' b'b=0D\\t_\\t=0A=0A=0D.=0A=0A=0A=0D._a=0A \\t \\t=E9 _  .??   b=E9\\t=3D=0A?=0A \\t.\\tb=0D=\\n _=0A.b ?=0Ab? ._aa=3D' b'b\\r\\t=5F=09\\n\\n\\r.\\n\\n\\n\\r.=5Fa\\n_\\t_\\t=E9_=5F__.??___b=E9\\t=3D\\n?\\n_\\t.\\tb\\r_=5F\\n.b_?\\nb?_.=5Faa=3D' b'b=0D=09=5F=09=0A=0A=0D.=0A=0A=0A=0D.=5Fa=0A=20=09=20=09=E9=20=5F=20=20.??=\\n=20=20=20b=E9=09=3D=0A?=0A=20=09.=09b=0D=20=5F=0A.b=20?=0Ab?=20.=5Faa=3D' "
# expect-json: "b'\\n\\n_\\n_??\\n\\n?b \\ra\\t=E9=3Da=3D=09\\n=E9\\r=3D\\na=3D\\t=E9a=3Db =3D\\n_\\t  =3Db\\t=E9___=E9_\\r.=E9_. _\\n=3D\\rb\\t=3D=3D  =3Da .\\n a\\nb=E9=3D?=3Db.??=3D=E9\\n =E9?a=3D\\n._aa\\n._\\n .b_\\n?=E9?\\t=E9\\n=E9b.\\n\\rb\\tb??\\na=20\\n=3D\\n\\t\\t\\t.\\ra\\t ?\\tab\\r\\r=E9=3D=09\\n?=E9.=E9\\t=E9\\t?=20\\n=20\\nb\\n_=E9=3D\\r. .=3D' b'\\n\\n_\\n_??\\n\\n?b=20\\ra=09=E9=3Da=3D=09\\n=E9\\r=3D\\na=3D=09=E9a=3Db=20=3D\\n_=09=20=20=3Db=09=E9___=E9_\\r.=E9_.=20_\\n=3D\\rb=09=3D=3D=20=20=3Da=20.\\n=20a\\nb=E9=3D?=3Db.??=3D=E9\\n=20=E9?a=3D\\n._aa\\n._\\n=20.b_\\n?=E9?=09=E9\\n=E9b.\\n\\rb=09b??\\na=20\\n=3D\\n=09=09=09.\\ra=09=20?=09ab\\r\\r=E9=3D=09\\n?=E9.=E9=09=E9=09?=20\\n=20\\nb\\n_=E9=3D\\r.=20.=3D' b'=0A=0A_=0A_??=0A=0A?b =0Da\\t=E9=3Da=3D\\t=0A=E9=0D=3D=0Aa=3D\\t=E9a=3Db =3D=0A_\\t=\\n  =3Db\\t=E9___=E9_=0D.=E9_. _=0A=3D=0Db\\t=3D=3D  =3Da .=0A a=0Ab=E9=3D?=3Db.?=\\n?=3D=E9=0A =E9?a=3D=0A._aa=0A._=0A .b_=0A?=E9?\\t=E9=0A=E9b.=0A=0Db\\tb??=0Aa =\\n=0A=3D=0A\\t\\t\\t.=0Da\\t ?\\tab=0D=0D=E9=3D\\t=0A?=E9.=E9\\t=E9\\t? =0A =0Ab=0D=0A_=E9=3D=\\n=0D. .=3D' b'\\n\\n=5F\\n=5F??\\n\\n?b_\\ra\\t=E9=3Da=3D=09\\n=E9\\r=3D\\na=3D\\t=E9a=3Db_=3D\\n=5F\\t__=3Db\\t=E9=5F=5F=5F=E9=5F\\r.=E9=5F._=5F\\n=3D\\rb\\t=3D=3D__=3Da_.\\n_a\\nb=E9=3D?=3Db.??=3D=E9\\n_=E9?a=3D\\n.=5Faa\\n.=5F\\n_.b=5F\\n?=E9?\\t=E9\\n=E9b.\\n\\rb\\tb??\\na_\\n=3D\\n\\t\\t\\t.\\ra\\t_?\\tab\\r\\r=E9=3D=09\\n?=E9.=E9\\t=E9\\t?_\\n_\\nb\\n=5F=E9=3D\\r._.=3D' b'=0A=0A=5F=0A=5F??=0A=0A?b=20=0Da=09=E9=3Da=3D=09=0A=E9=0D=3D=0Aa=3D=09=E9a=\\n=3Db=20=3D=0A=5F=09=20=20=3Db=09=E9=5F=5F=5F=E9=5F=0D.=E9=5F.=20=5F=0A=3D=\\n=0Db=09=3D=3D=20=20=3Da=20.=0A=20a=0Ab=E9=3D?=3Db.??=3D=E9=0A=20=E9?a=3D=0A=\\n.=5Faa=0A.=5F=0A=20.b=5F=0A?=E9?=09=E9=0A=E9b.=0A=0Db=09b??=0Aa=20=0A=3D=0A=\\n=09=09=09.=0Da=09=20?=09ab=0D=0D=E9=3D=09=0A?=E9.=E9=09=E9=09?=20=0A=20=0Ab=\\n=0D=0A=5F=E9=3D=0D.=20.=3D' "
# expect-json: "b'?=3Dbba__.=E9' b'?=3Dbba__.=E9' b'?=3Dbba__.=E9' b'?=3Dbba=5F=5F.=E9' b'?=3Dbba=5F=5F.=E9' "
# expect-json: "b'\\n_ =E9.\\ra\\r__. =E9=E9\\na\\n\\n.=3D??_\\tb.\\n=3D  .a\\n=E9\\n =E9..a=E9=3D=E9a.? _=3D\\r.b\\n\\t =20\\n  =E9_\\t=3D_\\r..__\\t _=E9_\\t=E9=3D\\t? ?a\\nb\\r\\r?_ =E9.._.\\n=3Dabbb_\\r .\\r .._=E9a=E9=3D=E9..\\r=09\\n =E9\\t=20' b'\\n_=20=E9.\\ra\\r__.=20=E9=E9\\na\\n\\n.=3D??_=09b.\\n=3D=20=20.a\\n=E9\\n=20=E9..a=E9=3D=E9a.?=20_=3D\\r.b\\n=09=20=20\\n=20=20=E9_=09=3D_\\r..__=09=20_=E9_=09=E9=3D=09?=20?a\\nb\\r\\r?_=20=E9.._.\\n=3Dabbb_\\r=20.\\r=20.._=E9a=E9=3D=E9..\\r=09\\n=20=E9=09=20' b'=0A_ =E9.=0Da=0D__. =E9=E9=0Aa=0A=0A.=3D??_\\tb.=0A=3D  .a=0A=E9=0A =E9..a=E9=\\n=3D=E9a.? _=3D=0D.b=0A\\t  =0A  =E9_\\t=3D_=0D..__\\t _=E9_\\t=E9=3D\\t? ?a=0Ab=0D=0D=\\n?_ =E9.._.=0A=3Dabbb_=0D .=0D .._=E9a=E9=3D=E9..=0D\\t=0A =E9\\t=20' b'\\n=5F_=E9.\\ra\\r=5F=5F._=E9=E9\\na\\n\\n.=3D??=5F\\tb.\\n=3D__.a\\n=E9\\n_=E9..a=E9=3D=E9a.?_=5F=3D\\r.b\\n\\t__\\n__=E9=5F\\t=3D=5F\\r..=5F=5F\\t_=5F=E9=5F\\t=E9=3D\\t?_?a\\nb\\r\\r?=5F_=E9..=5F.\\n=3Dabbb=5F\\r_.\\r_..=5F=E9a=E9=3D=E9..\\r=09\\n_=E9\\t=20' b'=0A=5F=20=E9.=0Da=0D=5F=5F.=20=E9=E9=0Aa=0A=0A.=3D??=5F=09b.=0A=3D=20=20.a=\\n=0A=E9=0A=20=E9..a=E9=3D=E9a.?=20=5F=3D=0D.b=0A=09=20=20=0A=20=20=E9=5F=09=\\n=3D=5F=0D..=5F=5F=09=20=5F=E9=5F=09=E9=3D=09?=20?a=0Ab=0D=0D?=5F=20=E9..=5F.=\\n=0A=3Dabbb=5F=0D=20.=0D=20..=5F=E9a=E9=3D=E9..=0D=09=0A=20=E9=09=20' "
# expect-json: "b'a_a?b_=3D.\\n=2E\\nb\\ra.\\t\\r.\\n_b \\r_\\r=E9._=20\\n=20\\n =E9=3D=3D=3D.? bb\\ra.=20\\n_\\n\\t\\ra\\r..\\t\\t?=E9\\n\\t b. . .b_b_\\n\\n.?_?\\n=E9\\n_=E9.\\n=2E\\r_=3D =3D_=3D=E9=3Da\\n=E9a\\n\\ra\\n\\n\\n=E9=E9?\\r=3D\\t=3D\\n\\r\\r? a\\r?\\n=E9=E9=3D=3Db=E9\\n\\r=3D\\tb\\ra\\nb\\r b_=20\\n \\r\\n_?_\\t=3D=3D  _  b.=E9_ \\r=20\\n=E9?\\n=E9 a\\n =3D=3D.=E9.a?b _.=E9 =3D\\n =09\\nb\\r.a_.' b'a_a?b_=3D.\\n=2E\\nb\\ra.=09\\r.\\n_b=20\\r_\\r=E9._=20\\n=20\\n=20=E9=3D=3D=3D.?=20bb\\ra.=20\\n_\\n=09\\ra\\r..=09=09?=E9\\n=09=20b.=20.=20.b_b_\\n\\n.?_?\\n=E9\\n_=E9.\\n=2E\\r_=3D=20=3D_=3D=E9=3Da\\n=E9a\\n\\ra\\n\\n\\n=E9=E9?\\r=3D=09=3D\\n\\r\\r?=20a\\r?\\n=E9=E9=3D=3Db=E9\\n\\r=3D=09b\\ra\\nb\\r=20b_=20\\n=20\\r\\n_?_=09=3D=3D=20=20_=20=20b.=E9_=20\\r=20\\n=E9?\\n=E9=20a\\n=20=3D=3D.=E9.a?b=20_.=E9=20=3D\\n=20=09\\nb\\r.a_.' b'a_a?b_=3D.=0A.=0Ab=0Da.\\t=0D.=0A_b =0D_=0D=E9._ =0A =0A =E9=3D=3D=3D.? bb=0D=\\na. =0A_=0A\\t=0Da=0D..\\t\\t?=E9=0D=0A\\t b. . .b_b_=0A=0A.?_?=0A=E9=0A_=E9.=0A.=0D=\\n_=3D =3D_=3D=E9=3Da=0A=E9a=0A=0Da=0A=0A=0A=E9=E9?=0D=3D\\t=3D=0A=0D=0D? a=0D?=\\n=0A=E9=E9=3D=3Db=E9=0A=0D=3D\\tb=0Da=0Ab=0D b_ =0A =0D=0D=0A_?_\\t=3D=3D  _  b.=\\n=E9_ =0D =0A=E9?=0A=E9 a=0A =3D=3D.=E9.a?b _.=E9 =3D=0A \\t=0Ab=0D.a_.' b'a=5Fa?b=5F=3D.\\n=2E\\nb\\ra.\\t\\r.\\n=5Fb_\\r=5F\\r=E9.=5F_\\n_\\n_=E9=3D=3D=3D.?_bb\\ra._\\n=5F\\n\\t\\ra\\r..\\t\\t?=E9\\n\\t_b._._.b=5Fb=5F\\n\\n.?=5F?\\n=E9\\n=5F=E9.\\n=2E\\r=5F=3D_=3D=5F=3D=E9=3Da\\n=E9a\\n\\ra\\n\\n\\n=E9=E9?\\r=3D\\t=3D\\n\\r\\r?_a\\r?\\n=E9=E9=3D=3Db=E9\\n\\r=3D\\tb\\ra\\nb\\r_b=5F_\\n_\\r\\n=5F?=5F\\t=3D=3D__=5F__b.=E9=5F_\\r_\\n=E9?\\n=E9_a\\n_=3D=3D.=E9.a?b_=5F.=E9_=3D\\n_=09\\nb\\r.a=5F.' b'a=5Fa?b=5F=3D.=0A.=0Ab=0Da.=09=0D.=0A=5Fb=20=0D=5F=0D=E9.=5F=20=0A=20=0A=20=\\n=E9=3D=3D=3D.?=20bb=0Da.=20=0A=5F=0A=09=0Da=0D..=09=09?=E9=0D=0A=09=20b.=20=\\n.=20.b=5Fb=5F=0A=0A.?=5F?=0A=E9=0A=5F=E9.=0A.=0D=5F=3D=20=3D=5F=3D=E9=3Da=\\n=0A=E9a=0A=0Da=0A=0A=0A=E9=E9?=0D=3D=09=3D=0A=0D=0D?=20a=0D?=0A=E9=E9=3D=3D=\\nb=E9=0A=0D=3D=09b=0Da=0Ab=0D=20b=5F=20=0A=20=0D=0D=0A=5F?=5F=09=3D=3D=20=20=\\n=5F=20=20b.=E9=5F=20=0D=20=0A=E9?=0A=E9=20a=0A=20=3D=3D.=E9.a?b=20=5F.=E9=\\n=20=3D=0A=20=09=0Ab=0D.a=5F.' "
# expect-json: "b'=3D=3Da\\ta\\t_=3Dbbb\\r\\nb.=E9_?.?\\t=20\\r\\n?\\r\\n\\r\\r\\r\\n_=3D=3Db =3D=3Da=3D?\\r.=E9.=E9ba _a' b'=3D=3Da=09a=09_=3Dbbb\\r\\nb.=E9_?.?=09=20\\r\\n?\\r\\n\\r\\r\\r\\n_=3D=3Db=20=3D=3Da=3D?\\r.=E9.=E9ba=20_a' b'=3D=3Da\\ta\\t_=3Dbbb=0D=0Ab.=E9_?.?\\t =0D=0A?=0A=0D=0D=0D=0A_=3D=3Db =3D=3Da=3D=\\r\\n?=0D.=E9.=E9ba _a' b'=3D=3Da\\ta\\t=5F=3Dbbb\\r\\nb.=E9=5F?.?\\t_\\r\\n?\\r\\n\\r\\r\\r\\n=5F=3D=3Db_=3D=3Da=3D?\\r.=E9.=E9ba_=5Fa' b'=3D=3Da=09a=09=5F=3Dbbb=0D=0Ab.=E9=5F?.?=09=20=0D=0A?=0A=0D=0D=0D=0A=5F=3D=\\r\\n=3Db=20=3D=3Da=3D?=0D.=E9.=E9ba=20=5Fa' "
# expect-json: "b'\\r\\t\\r =3D?\\n\\n=E9a' b'\\r=09\\r=20=3D?\\n\\n=E9a' b'=0D\\t=0D =3D?=0A=0D=0A=E9a' b'\\r\\t\\r_=3D?\\n\\n=E9a' b'=0D=09=0D=20=3D?=0A=0D=0A=E9a' "
# expect-json: "b'. _\\n=E9a\\nb=3D??b\\r a\\n  \\ta.?a.b=E9\\rb._=E9_b _?\\r?=E9_\\r=3D_\\r.\\n.bb=3D=E9=E9\\nbb\\nb=3Db?=E9ba_\\r=3Db\\t.=E9a=E9\\r_\\t\\r?a?=E9a\\t=E9..=3D=09\\n.._a\\t_ ..\\t=E9=E9=20\\n_?\\r?\\r?_=E9\\r.?=3D\\tab .b\\n\\t\\t_\\t b_=20' b'.=20_\\n=E9a\\nb=3D??b\\r=20a\\n=20=20=09a.?a.b=E9\\rb._=E9_b=20_?\\r?=E9_\\r=3D_\\r.\\n.bb=3D=E9=E9\\nbb\\nb=3Db?=E9ba_\\r=3Db=09.=E9a=E9\\r_=09\\r?a?=E9a=09=E9..=3D=09\\n.._a=09_=20..=09=E9=E9=20\\n_?\\r?\\r?_=E9\\r.?=3D=09ab=20.b\\n=09=09_=09=20b_=20' b'. _=0A=E9a=0Ab=3D??b=0D a=0A  \\ta.?a.b=E9=0Db._=E9_b _?=0D?=E9_=0D=3D_=0D.=\\n=0A.bb=3D=E9=E9=0Abb=0Ab=3Db?=E9ba_=0D=3Db\\t.=E9a=E9=0D_\\t=0D?a?=E9a\\t=E9..=3D\\t=\\n=0A.._a\\t_ ..\\t=E9=E9 =0A_?=0D?=0D?_=E9=0D.?=3D\\tab .b=0A\\t\\t_\\t b_=20' b'._=5F\\n=E9a\\nb=3D??b\\r_a\\n__\\ta.?a.b=E9\\rb.=5F=E9=5Fb_=5F?\\r?=E9=5F\\r=3D=5F\\r.\\n.bb=3D=E9=E9\\nbb\\nb=3Db?=E9ba=5F\\r=3Db\\t.=E9a=E9\\r=5F\\t\\r?a?=E9a\\t=E9..=3D=09\\n..=5Fa\\t=5F_..\\t=E9=E9_\\n=5F?\\r?\\r?=5F=E9\\r.?=3D\\tab_.b\\n\\t\\t=5F\\t_b=5F=20' b'.=20=5F=0A=E9a=0Ab=3D??b=0D=20a=0A=20=20=09a.?a.b=E9=0Db.=5F=E9=5Fb=20=5F?=\\n=0D?=E9=5F=0D=3D=5F=0D.=0A.bb=3D=E9=E9=0Abb=0Ab=3Db?=E9ba=5F=0D=3Db=09.=E9a=\\n=E9=0D=5F=09=0D?a?=E9a=09=E9..=3D=09=0A..=5Fa=09=5F=20..=09=E9=E9=20=0A=5F?=\\n=0D?=0D?=5F=E9=0D.?=3D=09ab=20.b=0A=09=09=5F=09=20b=5F=20' "
# expect-json: "b'a..=E9\\n_\\n a_=3D\\t=E9b.\\ta?\\t_a=E9\\rbb?\\n=E9=E9?=E9.b=E9._\\n=E9?a=3D a=E9bab__\\t=3D _ =3D=3Db_\\n=E9\\r\\t=E9 \\t=E9=3Db=E9\\taa\\r=E9\\t.\\r\\rb =3D?a?\\r\\n\\n_  =3D=3Da\\nb.\\n=3D=3D\\t _\\rb.?=E9a.\\t\\t\\t=3D ?' b'a..=E9\\n_\\n=20a_=3D=09=E9b.=09a?=09_a=E9\\rbb?\\n=E9=E9?=E9.b=E9._\\n=E9?a=3D=20a=E9bab__=09=3D=20_=20=3D=3Db_\\n=E9\\r=09=E9=20=09=E9=3Db=E9=09aa\\r=E9=09.\\r\\rb=20=3D?a?\\r\\n\\n_=20=20=3D=3Da\\nb.\\n=3D=3D=09=20_\\rb.?=E9a.=09=09=09=3D=20?' b'a..=E9=0A_=0A a_=3D\\t=E9b.\\ta?\\t_a=E9=0Dbb?=0A=E9=E9?=E9.b=E9._=0A=E9?a=3D a=\\n=E9bab__\\t=3D _ =3D=3Db_=0A=E9=0D\\t=E9 \\t=E9=3Db=E9\\taa=0D=E9\\t.=0D=0Db =3D?a?=\\n=0D=0D=0A=0A_  =3D=3Da=0Ab.=0A=3D=3D\\t _=0Db.?=E9a.\\t\\t\\t=3D ?' b'a..=E9\\n=5F\\n_a=5F=3D\\t=E9b.\\ta?\\t=5Fa=E9\\rbb?\\n=E9=E9?=E9.b=E9.=5F\\n=E9?a=3D_a=E9bab=5F=5F\\t=3D_=5F_=3D=3Db=5F\\n=E9\\r\\t=E9_\\t=E9=3Db=E9\\taa\\r=E9\\t.\\r\\rb_=3D?a?\\r\\n\\n=5F__=3D=3Da\\nb.\\n=3D=3D\\t_=5F\\rb.?=E9a.\\t\\t\\t=3D_?' b'a..=E9=0A=5F=0A=20a=5F=3D=09=E9b.=09a?=09=5Fa=E9=0Dbb?=0A=E9=E9?=E9.b=E9.=\\n=5F=0A=E9?a=3D=20a=E9bab=5F=5F=09=3D=20=5F=20=3D=3Db=5F=0A=E9=0D=09=E9=20=\\n=09=E9=3Db=E9=09aa=0D=E9=09.=0D=0Db=20=3D?a?=0D=0D=0A=0A=5F=20=20=3D=3Da=0A=\\nb.=0A=3D=3D=09=20=5F=0Db.?=E9a.=09=09=09=3D=20?' "
# expect-json: "b'?a\\r._a =3D.?b\\t=E9\\r=3D_\\nb=3D=3D.=E9b .\\n?=E9?=E9\\r\\r_\\ra?\\r \\r a\\t\\r=E9\\r?b=3D=E9\\t.=E9\\r\\t_b\\n __\\t??a_?b\\n.\\tb\\t b\\r\\ra.=E9 _\\r.=3D_a\\ra\\r=E9b=3D?a.b=09' b'?a\\r._a=20=3D.?b=09=E9\\r=3D_\\nb=3D=3D.=E9b=20.\\n?=E9?=E9\\r\\r_\\ra?\\r=20\\r=20a=09\\r=E9\\r?b=3D=E9=09.=E9\\r=09_b\\n=20__=09??a_?b\\n.=09b=09=20b\\r\\ra.=E9=20_\\r.=3D_a\\ra\\r=E9b=3D?a.b=09' b'?a=0D._a =3D.?b\\t=E9=0D=3D_=0Ab=3D=3D.=E9b .=0A?=E9?=E9=0D=0D_=0Da?=0D =0D a=\\n\\t=0D=E9=0D?b=3D=E9\\t.=E9=0D\\t_b=0A __\\t??a_?b=0A.\\tb\\t b=0D=0Da.=E9 _=0D.=3D_a=\\n=0Da=0D=E9b=3D?a.b=09' b'?a\\r.=5Fa_=3D.?b\\t=E9\\r=3D=5F\\nb=3D=3D.=E9b_.\\n?=E9?=E9\\r\\r=5F\\ra?\\r_\\r_a\\t\\r=E9\\r?b=3D=E9\\t.=E9\\r\\t=5Fb\\n_=5F=5F\\t??a=5F?b\\n.\\tb\\t_b\\r\\ra.=E9_=5F\\r.=3D=5Fa\\ra\\r=E9b=3D?a.b=09' b'?a=0D.=5Fa=20=3D.?b=09=E9=0D=3D=5F=0Ab=3D=3D.=E9b=20.=0A?=E9?=E9=0D=0D=5F=\\n=0Da?=0D=20=0D=20a=09=0D=E9=0D?b=3D=E9=09.=E9=0D=09=5Fb=0A=20=5F=5F=09??a=\\n=5F?b=0A.=09b=09=20b=0D=0Da.=E9=20=5F=0D.=3D=5Fa=0Da=0D=E9b=3D?a.b=09' "
# expect-json: "b'a\\nabba=E9=09\\n\\tb_.=E9\\n\\n ?\\n_=3D\\n=E9=3D=3D?=3D\\t\\t_\\n\\t=E9a?.\\t?=3D =3D b\\t\\r=3D  _=E9b\\n\\r=3D a.=3D\\rb\\t=3D?\\t_?.\\nbbb=3Db_._.a=E9 .\\r_b=3Da=3D\\t=3D_=E9\\t\\t=09\\n\\t\\taaa?.a=3Db\\n.?\\tb=3D?b=3Da=3D? =E9=E9??a.a_=3D. _a=3D ba=20\\n=E9b__\\t=3D\\ra_=09\\n\\t_\\r\\r___.' b'a\\nabba=E9=09\\n=09b_.=E9\\n\\n=20?\\n_=3D\\n=E9=3D=3D?=3D=09=09_\\n=09=E9a?.=09?=3D=20=3D=20b=09\\r=3D=20=20_=E9b\\n\\r=3D=20a.=3D\\rb=09=3D?=09_?.\\nbbb=3Db_._.a=E9=20.\\r_b=3Da=3D=09=3D_=E9=09=09=09\\n=09=09aaa?.a=3Db\\n.?=09b=3D?b=3Da=3D?=20=E9=E9??a.a_=3D.=20_a=3D=20ba=20\\n=E9b__=09=3D\\ra_=09\\n=09_\\r\\r___.' b'a=0Aabba=E9\\t=0A\\tb_.=E9=0A=0A ?=0A_=3D=0A=E9=3D=3D?=3D\\t\\t_=0A\\t=E9a?.\\t?=3D =3D=\\n b\\t=0D=3D  _=E9b=0A=0D=3D a.=3D=0Db\\t=3D?\\t_?.=0Abbb=3Db_._.a=E9 .=0D_b=3Da=\\n=3D\\t=3D_=E9\\t\\t\\t=0A\\t\\taaa?.a=3Db=0A.?\\tb=3D?b=3Da=3D? =E9=E9??a.a_=3D. _a=3D ba =\\n=0A=E9b__\\t=3D=0Da_\\t=0A\\t_=0D=0D___.' b'a\\nabba=E9=09\\n\\tb=5F.=E9\\n\\n_?\\n=5F=3D\\n=E9=3D=3D?=3D\\t\\t=5F\\n\\t=E9a?.\\t?=3D_=3D_b\\t\\r=3D__=5F=E9b\\n\\r=3D_a.=3D\\rb\\t=3D?\\t=5F?.\\nbbb=3Db=5F.=5F.a=E9_.\\r=5Fb=3Da=3D\\t=3D=5F=E9\\t\\t=09\\n\\t\\taaa?.a=3Db\\n.?\\tb=3D?b=3Da=3D?_=E9=E9??a.a=5F=3D._=5Fa=3D_ba_\\n=E9b=5F=5F\\t=3D\\ra=5F=09\\n\\t=5F\\r\\r=5F=5F=5F.' b'a=0Aabba=E9=09=0A=09b=5F.=E9=0A=0A=20?=0A=5F=3D=0A=E9=3D=3D?=3D=09=09=5F=0A=\\n=09=E9a?.=09?=3D=20=3D=20b=09=0D=3D=20=20=5F=E9b=0A=0D=3D=20a.=3D=0Db=09=3D=\\n?=09=5F?.=0Abbb=3Db=5F.=5F.a=E9=20.=0D=5Fb=3Da=3D=09=3D=5F=E9=09=09=09=0A=\\n=09=09aaa?.a=3Db=0A.?=09b=3D?b=3Da=3D?=20=E9=E9??a.a=5F=3D.=20=5Fa=3D=20ba=\\n=20=0A=E9b=5F=5F=09=3D=0Da=5F=09=0A=09=5F=0D=0D=5F=5F=5F.' "
# expect-json: "b'b .=E9\\r =E9=3D_a_a\\n =3D\\n\\ra\\r=E9._ba _\\r_\\r_\\t=E9a=3D=3D\\t\\r\\t_a=E9\\t=3D___ =3Db=3D. a?\\r\\ta ba=E9\\r. =3D=E9.?b=\\n?\\r' b'b=20.=E9\\r=20=E9=3D_a_a\\n=20=3D\\n\\ra\\r=E9._ba=20_\\r_\\r_=09=E9a=3D=3D=09\\r=09_a=E9=09=3D___=20=3Db=3D.=20a?\\r=09a=\\n=20ba=E9\\r.=20=3D=E9.?b?\\r' b'b .=E9=0D =E9=3D_a_a=0A =3D=0A=0Da=0D=E9._ba _=0D_=0D_\\t=E9a=3D=3D\\t=0D\\t_a=E9=\\n\\t=3D___ =3Db=3D. a?=0D\\ta ba=E9=0D. =3D=E9.?b?=0D' b'b_.=E9\\r_=E9=3D=5Fa=5Fa\\n_=3D\\n\\ra\\r=E9.=5Fba_=5F\\r=5F\\r=5F\\t=E9a=3D=3D\\t\\r\\t=5Fa=E9\\t=3D=5F=5F=5F_=3Db=3D._a?\\r\\ta_b=\\na=E9\\r._=3D=E9.?b?\\r' b'b=20.=E9=0D=20=E9=3D=5Fa=5Fa=0A=20=3D=0A=0Da=0D=E9.=5Fba=20=5F=0D=5F=0D=5F=\\n=09=E9a=3D=3D=09=0D=09=5Fa=E9=09=3D=5F=5F=5F=20=3Db=3D.=20a?=0D=09a=20ba=E9=\\n=0D.=20=3D=E9.?b?=0D' "
# expect: TypeError a bytes-like object is required, not 'str'
# expect: 2703296241
# expect: 366298937
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError crc_hqx expected 2 arguments, got 1
# expect: 7791
# expect: 65439
# expect: 2363233923
# expect: TypeError crc32 expected at least 1 argument, got 0
# expect: b'aGVsbG8gd29ybGT/AA=='
# expect: b'NBSWY3DPEB3W64TMMT7QA==='
# expect: b'68656C6C6F20776F726C64FF00'
# expect: b'BOu!rD]j7BEbo:d!!'
# expect: b'Xk~0{Zy<MXa%^P(00'
# expect: b'aGVsbG8gd29ybGT_AA=='
# expect: b'aGVsbG8gd29ybGT/AA==\n'
# expect: Error Incorrect padding
# expect: b'a'
# expect: b'abc'
# expect: b'hello'
