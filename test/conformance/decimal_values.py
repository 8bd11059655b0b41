from decimal import *
import decimal
def t(f,*a,**k):
    try:
        r=f(*a,**k); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, repr(e.args)[:300])
D=Decimal
for v in ['','x','1_0_0','_1','1__2_',' 12 ','\u0661\u0662','1\u20033','+.5','5.','.','1e','1e5','1E+99999999999999999999','1E-99999999999999999999','1E-5000000000000000000','0E-5000000000000000000','nan','-nan123','snan','sNaN0012','inf','-INFINITY','infinit','1'*30, '\udc80', '1\0', 'NaN'+'1'*50, '0e999999999999999999999']:
    t(D,v)
for v in [1,-5,10**40,True,1.5,-0.0,float('inf'),float('nan'),1e300,5e-324,(0,(1,2,3),-2),(1,(0,0),3),(0,(),'F'),(1,(1,2),'F'),(0,(1,2),'n'),(0,(3,),'N'),(2,(1,),0),(0,(10,),0),(0,(1,),'x'),(0,(1,),1.5),(0,1,1),(0,(1,)),(0,('a',),0),(0,[1,2],3),[0,(1,2),3],(0,(0,0,1,2),5),(0,(),2),(0,(0,),'F'),(True,(1,),0),(0,(1,),10**30),(0,(),'n'), None, 'x', b'12', {}, D('1.5'), 1j, object]:
    t(D,v)
t(D); t(D,1,None); t(D,'1',1); t(D,'1',context=Context()); t(D,value='3'); t(D,1,2,3); t(D,foo=1); t(D.from_float,1); t(D.from_float,1.25); t(D.from_float,'x')
t(D.from_float,True)
class X(D):
    def __new__(c,*a): return D.__new__(c,*a)
t(X,1.5); t(X.from_float,2.5); t(X('2').__class__); t(lambda: X(1)+X(2)); t(D,X(3)); t(lambda: X(D(5)))
for op in ['__add__','__radd__','__mul__','__truediv__','__floordiv__','__mod__','__divmod__','__pow__','__rpow__','__sub__','__rsub__','__eq__','__lt__','__ge__','__ne__']:
    for o in [D(3),3,1.5,'x',None,D('nan'),1+0j,1+1j]:
        print(op,o,end=' '); t(getattr(D('7.5'),op),o)
t(pow,D(3),D(4),D(5)); t(pow,D(3),4,5); t(pow,3,D(4),5); t(pow,D(3),4,'x'); t(pow,D(3),1.5); t(pow,D(2),D(-1),D(5)); t(pow,D(0),D(0),D(5)); t(pow,D(3),D(4),D(0)); t(pow,D('1.5'),D(4),D(5))
t(hash,D('nan')==1); t(hash,D('snan')); t(hash,D('inf')); t(hash,D('-inf')); t(hash,D('1.5')); t(hash,D(3)); t(hash,D(-1)); t(hash,D('1e1000')); t(hash,D('1e-1000')); t(hash, D('-0'))
t(lambda: D('nan')<1); t(lambda: D('nan')==1); t(lambda: D('snan')==1); t(lambda: D('snan')!=1); t(lambda: D(1)<1.5); t(lambda: D(1)==1.0); t(lambda: D(1)<'x')
from fractions import Fraction as F
t(lambda: D('0.5')==F(1,2)); t(lambda: D('0.5')<F(2,3)); t(lambda: F(1,3)<D('0.5')); t(lambda: D(1)+F(1,2))
t(float,D('1.1')); t(float,D('nan')); t(float,D('snan')); t(float, D('-nan')); t(float,D('-inf')); t(int,D('1.9')); t(int,D('-1.9')); t(int,D('nan')); t(int,D('inf')); t(int,D('1e50')); t(complex,D('1.5')); t(bool,D(0)); t(bool,D('nan'))
t(round,D('2.5')); t(round,D('3.5')); t(round,D('2.345'),2); t(round,D('2.5'),None); t(round,D('1'),'x'); t(round,D('nan')); t(round,D('inf')); t(round,D('123'),-2); t(round,D('1.5'),2**70); t(D('1').__round__,1,2); t(round, D('1'), 40)
import math
t(math.floor,D('-1.5')); t(math.ceil,D('-1.5')); t(math.trunc,D('-1.5')); t(math.floor,D('nan'))
t(math.ceil, D('inf'))
t(D('1.25').as_tuple); t(D('-inf').as_tuple); t(D('nan').as_tuple); t(D('snan45').as_tuple); t(D('0e5').as_tuple)
t(D('1.25').as_integer_ratio); t(D('-inf').as_integer_ratio); t(D('nan').as_integer_ratio); t(D('1e5').as_integer_ratio); t(D('0e-5').as_integer_ratio); t(D('1.2e-3').as_integer_ratio)
t(D(1).__reduce__); t(X(1).__reduce__); t(D('1').__sizeof__); t(D('9'*77).__sizeof__)
import copy,pickle; x=D(1); print(copy.copy(x) is x, copy.deepcopy(x) is x); t(x.__copy__); t(x.__deepcopy__,{})
t(D('1').adjusted); t(D('nan').adjusted); t(D('0e5').adjusted)
t(D(1).real); t(D(1).imag); t(D(1).conjugate)
t(D('1').quantize,D('1e-40')); t(D('1').quantize,1,ROUND_UP); t(D('1').quantize,1,'x'); t(D('1').quantize,1,rounding=1); t(D('1').quantize,1,None,5); t(D('1.5').quantize,'x'); t(D('1.5').quantize,1.5)
t(D('1').compare,2.5); t(D('1').compare,'x'); t(D('1').compare,2,3); t(D(1).compare); t(D(1).compare,1,context=Context(),foo=1)
t(D('1').is_normal,1); t(D(1).sqrt,5); t(D(1).exp,context=Context(prec=5)); t(D(2).ln,Context(prec=4))
t(D('1').to_integral, rounding='x'); t(D('1.5').to_integral_value, ROUND_UP); t(D('1.5').to_integral_exact, context=Context())
t(D('1').number_class); t(D('1e-999999').number_class,Context(Emin=-5)); t(D('-0').number_class); t(D('snan').number_class)
t(D('1').same_quantum,2); t(D('1').same_quantum,'x'); t(D('1').copy_sign,-2); t(D('1').compare_total,2); t(D('1').fma,2,3); t(D('1').fma,2); t(D('1').fma,2,'x'); t(D(1).shift, 2.5)
t(D('1').canonical); t(D('1').radix); t(D('1').is_canonical)
c=Context()
for n in ['add','abs','canonical','is_canonical','is_nan','copy_decimal','create_decimal','create_decimal_from_float','power','divmod','to_sci_string','quantize','fma','same_quantum','radix','_apply','number_class','copy_sign','logb','is_zero']:
    for args in [(),(1,),(1,2),('x','y'),(1.5,2),(D(5),D(3)),(None,)]:
        print(n,args,end=' '); t(getattr(c,n),*args)
t(c.power,a=2,b=3,modulo=5); t(c.create_decimal,'1_0'); t(c.create_decimal,' 1'); t(c.create_decimal,1.1); t(c.create_decimal,(0,(1,)*50,0)); t(c.create_decimal,'snan'); t(c.create_decimal, 10**50); t(c.create_decimal,D('1'*40)); t(c.create_decimal,'nan'+'1'*40); t(c.to_integral, D('1.5'))
with localcontext() as q:
    q.traps[FloatOperation]=True
    t(D,1.5); t(lambda: D(1)<1.5); t(lambda: D(1)==1.5); t(D.from_float,1.5); t(q.create_decimal,1.5); t(q.create_decimal_from_float,1.5)
    q.traps[Inexact]=True; t(lambda: D(1)/3)
    q.traps[InvalidOperation]=False; t(D,'x'); t(lambda:D('snan')+1); t(hash,D('snan')); t(D,'1E+99999999999999999999')
    print(q)
t(lambda: D(1)/0); t(lambda: D(0)/0); t(lambda: D(1)//0); t(lambda: D(1)%0); t(lambda: divmod(D(1),0)); t(lambda: D('1e50')//1); t(lambda: D('9e999999')*10); t(lambda: D('snan')+1)
t(lambda: D('inf')-D('inf')); t(lambda: D('inf')*0)
for f in ['','f','.2f','e','.3e','g','.3g','%','.1%','n','10','<10','^10','>10','=10','010','+','-',' ','+.2f',',','_','_.2f',',.2f','z.1f','zf','#','#f','x','d','s','10.3f','*^20','\0<5','é^8','日=10','.50f','.0f','.0e','.','..','1.','5,','0,','012,.2f','+010.2f','20,.5e','f,','E','G','.3G','F','.1E','99999999999999999999','.99999999999999999999f','c']:
    shown=[]
    for v in ['0','1','-1.5','1234567.891','1e10','1E-10','nan','-inf','snan12','0e5','-0.04','0e-10','12e-7']:
        try: shown.append(format(D(v),f))
        except Exception as e: shown.append(repr(e))
    print(repr(f), '|'.join(shown).encode())
t(D(1).__format__,1); t(D(1).__format__); t(D(1).__format__,'n',{}); t(D('1234567.5').__format__,'n',{'decimal_point':';','thousands_sep':'é','grouping':'\3\2'}); t(D(1).__format__,'f',{'decimal_point':5}); t(D(1).__format__,'f',5); t(D('1234567.5').__format__,',.3f',{'decimal_point':'','thousands_sep':'','grouping':''})
print(repr(D('1E+999999999999999999')), D('1E-1999999999999999997'), str(D('123e-10')), D('0e-6'), D('0e-7'), D('1e-7'))
for v in ['0e1','0e2','0e3','0e-7','0e-8','0e-9','1e1','12e1','123e1','1e-7','12e-8','1e-10','0.0','nan','1e999','123456e-10']: print(D(v).to_eng_string(), Context(capitals=0).to_eng_string(D(v)))

c = Context(traps=[])
for args in (('0', 'inf', 'snan5'), ('inf', '0', 'nan5'), ('nan1', 'inf', 'snan3'), ('nan7', '1', 'snan3'), ('snan1', 'snan2', 'snan3')):
    c.clear_flags(); print(args, c.fma(*map(D, args)), c.flags[InvalidOperation])
for args in (('nan1', 'nan2', 'snan3'), ('nan1', '2', 'nan3'), ('inf', '2', 'nan3'), ('1', '-0', '2'), ('-20', '-0E+1005', '1179'), ('3', '-1', '5')):
    c.clear_flags(); print(args, c.power(*map(D, args)), c.flags[InvalidOperation])

# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('100') Decimal
# expect: Decimal('1') Decimal
# expect: Decimal('12') Decimal
# expect: Decimal('12') Decimal
# expect: Decimal('12') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('0.5') Decimal
# expect: Decimal('5') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('1E+5') Decimal
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: Decimal('NaN') Decimal
# expect: Decimal('-NaN123') Decimal
# expect: Decimal('sNaN') Decimal
# expect: Decimal('sNaN12') Decimal
# expect: Decimal('Infinity') Decimal
# expect: Decimal('-Infinity') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('111111111111111111111111111111') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('NaN11111111111111111111111111111111111111111111111111') Decimal
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: Decimal('1') Decimal
# expect: Decimal('-5') Decimal
# expect: Decimal('10000000000000000000000000000000000000000') Decimal
# expect: Decimal('1') Decimal
# expect: Decimal('1.5') Decimal
# expect: Decimal('-0') Decimal
# expect: Decimal('Infinity') Decimal
# expect: Decimal('NaN') Decimal
# expect: Decimal('1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160') Decimal
# expect: Decimal('4.940656458412465441765687928682213723650598026143247644255856825006755072702087518652998363616359923797965646954457177309266567103559397963987747960107818781263007131903114045278458171678489821036887186360569987307230500063874091535649843873124733972731696151400317153853980741262385655911710266585566867681870395603106249319452715914924553293054565444011274801297099995419319894090804165633245247571478690147267801593552386115501348035264934720193790268107107491703332226844753335720832431936092382893458368060106011506169809753078342277318329247904982524730776375927247874656084778203734469699533647017972677717585125660551199131504891101451037862738167250955837389733598993664809941164205702637090279242767544565229087538682506419718265533447265625E-324') Decimal
# expect: Decimal('1.23') Decimal
# expect: Decimal('-0E+3') Decimal
# expect: Decimal('Infinity') Decimal
# expect: Decimal('-Infinity') Decimal
# expect: Decimal('NaN12') Decimal
# expect: Decimal('sNaN3') Decimal
# expect: ValueError ('sign must be an integer with the value 0 or 1',)
# expect: ValueError ('coefficient must be a tuple of digits',)
# expect: ValueError ("string argument in the third position must be 'F', 'n' or 'N'",)
# expect: ValueError ('exponent must be an integer',)
# expect: ValueError ('coefficient must be a tuple of digits',)
# expect: ValueError ('argument must be a sequence of length 3',)
# expect: ValueError ('coefficient must be a tuple of digits',)
# expect: Decimal('1.2E+4') Decimal
# expect: Decimal('1.2E+4') Decimal
# expect: Decimal('1.2E+6') Decimal
# expect: Decimal('0E+2') Decimal
# expect: Decimal('Infinity') Decimal
# expect: Decimal('-1') Decimal
# expect: OverflowError ('Python int too large to convert to C ssize_t',)
# expect: Decimal('NaN') Decimal
# expect: TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: TypeError ('conversion from bytes to Decimal is not supported',)
# expect: TypeError ('conversion from dict to Decimal is not supported',)
# expect: Decimal('1.5') Decimal
# expect: TypeError ('conversion from complex to Decimal is not supported',)
# expect: TypeError ('conversion from type to Decimal is not supported',)
# expect: Decimal('0') Decimal
# expect: Decimal('1') Decimal
# expect: TypeError ('optional argument must be a context',)
# expect: Decimal('1') Decimal
# expect: Decimal('3') Decimal
# expect: TypeError ('function takes at most 2 arguments (3 given)',)
# expect: TypeError ("this function got an unexpected keyword argument 'foo'",)
# expect: Decimal('1') Decimal
# expect: Decimal('1.25') Decimal
# expect: TypeError ('argument must be int or float',)
# expect: Decimal('1') Decimal
# expect: Decimal('1.5') X
# expect: Decimal('2.5') X
# expect: Decimal('0') X
# expect: Decimal('3') Decimal
# expect: Decimal('3') Decimal
# expect: Decimal('5') X
# expect: __add__ 3 Decimal('10.5') Decimal
# expect: __add__ 3 Decimal('10.5') Decimal
# expect: __add__ 1.5 NotImplemented NotImplementedType
# expect: __add__ x NotImplemented NotImplementedType
# expect: __add__ None NotImplemented NotImplementedType
# expect: __add__ NaN Decimal('NaN') Decimal
# expect: __add__ (1+0j) NotImplemented NotImplementedType
# expect: __add__ (1+1j) NotImplemented NotImplementedType
# expect: __radd__ 3 Decimal('10.5') Decimal
# expect: __radd__ 3 Decimal('10.5') Decimal
# expect: __radd__ 1.5 NotImplemented NotImplementedType
# expect: __radd__ x NotImplemented NotImplementedType
# expect: __radd__ None NotImplemented NotImplementedType
# expect: __radd__ NaN Decimal('NaN') Decimal
# expect: __radd__ (1+0j) NotImplemented NotImplementedType
# expect: __radd__ (1+1j) NotImplemented NotImplementedType
# expect: __mul__ 3 Decimal('22.5') Decimal
# expect: __mul__ 3 Decimal('22.5') Decimal
# expect: __mul__ 1.5 NotImplemented NotImplementedType
# expect: __mul__ x NotImplemented NotImplementedType
# expect: __mul__ None NotImplemented NotImplementedType
# expect: __mul__ NaN Decimal('NaN') Decimal
# expect: __mul__ (1+0j) NotImplemented NotImplementedType
# expect: __mul__ (1+1j) NotImplemented NotImplementedType
# expect: __truediv__ 3 Decimal('2.5') Decimal
# expect: __truediv__ 3 Decimal('2.5') Decimal
# expect: __truediv__ 1.5 NotImplemented NotImplementedType
# expect: __truediv__ x NotImplemented NotImplementedType
# expect: __truediv__ None NotImplemented NotImplementedType
# expect: __truediv__ NaN Decimal('NaN') Decimal
# expect: __truediv__ (1+0j) NotImplemented NotImplementedType
# expect: __truediv__ (1+1j) NotImplemented NotImplementedType
# expect: __floordiv__ 3 Decimal('2') Decimal
# expect: __floordiv__ 3 Decimal('2') Decimal
# expect: __floordiv__ 1.5 NotImplemented NotImplementedType
# expect: __floordiv__ x NotImplemented NotImplementedType
# expect: __floordiv__ None NotImplemented NotImplementedType
# expect: __floordiv__ NaN Decimal('NaN') Decimal
# expect: __floordiv__ (1+0j) NotImplemented NotImplementedType
# expect: __floordiv__ (1+1j) NotImplemented NotImplementedType
# expect: __mod__ 3 Decimal('1.5') Decimal
# expect: __mod__ 3 Decimal('1.5') Decimal
# expect: __mod__ 1.5 NotImplemented NotImplementedType
# expect: __mod__ x NotImplemented NotImplementedType
# expect: __mod__ None NotImplemented NotImplementedType
# expect: __mod__ NaN Decimal('NaN') Decimal
# expect: __mod__ (1+0j) NotImplemented NotImplementedType
# expect: __mod__ (1+1j) NotImplemented NotImplementedType
# expect: __divmod__ 3 (Decimal('2'), Decimal('1.5')) tuple
# expect: __divmod__ 3 (Decimal('2'), Decimal('1.5')) tuple
# expect: __divmod__ 1.5 NotImplemented NotImplementedType
# expect: __divmod__ x NotImplemented NotImplementedType
# expect: __divmod__ None NotImplemented NotImplementedType
# expect: __divmod__ NaN (Decimal('NaN'), Decimal('NaN')) tuple
# expect: __divmod__ (1+0j) NotImplemented NotImplementedType
# expect: __divmod__ (1+1j) NotImplemented NotImplementedType
# expect: __pow__ 3 Decimal('421.875') Decimal
# expect: __pow__ 3 Decimal('421.875') Decimal
# expect: __pow__ 1.5 NotImplemented NotImplementedType
# expect: __pow__ x NotImplemented NotImplementedType
# expect: __pow__ None NotImplemented NotImplementedType
# expect: __pow__ NaN Decimal('NaN') Decimal
# expect: __pow__ (1+0j) NotImplemented NotImplementedType
# expect: __pow__ (1+1j) NotImplemented NotImplementedType
# expect: __rpow__ 3 Decimal('3787.995116153134640944525149') Decimal
# expect: __rpow__ 3 Decimal('3787.995116153134640944525149') Decimal
# expect: __rpow__ 1.5 NotImplemented NotImplementedType
# expect: __rpow__ x NotImplemented NotImplementedType
# expect: __rpow__ None NotImplemented NotImplementedType
# expect: __rpow__ NaN Decimal('NaN') Decimal
# expect: __rpow__ (1+0j) NotImplemented NotImplementedType
# expect: __rpow__ (1+1j) NotImplemented NotImplementedType
# expect: __sub__ 3 Decimal('4.5') Decimal
# expect: __sub__ 3 Decimal('4.5') Decimal
# expect: __sub__ 1.5 NotImplemented NotImplementedType
# expect: __sub__ x NotImplemented NotImplementedType
# expect: __sub__ None NotImplemented NotImplementedType
# expect: __sub__ NaN Decimal('NaN') Decimal
# expect: __sub__ (1+0j) NotImplemented NotImplementedType
# expect: __sub__ (1+1j) NotImplemented NotImplementedType
# expect: __rsub__ 3 Decimal('-4.5') Decimal
# expect: __rsub__ 3 Decimal('-4.5') Decimal
# expect: __rsub__ 1.5 NotImplemented NotImplementedType
# expect: __rsub__ x NotImplemented NotImplementedType
# expect: __rsub__ None NotImplemented NotImplementedType
# expect: __rsub__ NaN Decimal('NaN') Decimal
# expect: __rsub__ (1+0j) NotImplemented NotImplementedType
# expect: __rsub__ (1+1j) NotImplemented NotImplementedType
# expect: __eq__ 3 False bool
# expect: __eq__ 3 False bool
# expect: __eq__ 1.5 False bool
# expect: __eq__ x NotImplemented NotImplementedType
# expect: __eq__ None NotImplemented NotImplementedType
# expect: __eq__ NaN False bool
# expect: __eq__ (1+0j) False bool
# expect: __eq__ (1+1j) NotImplemented NotImplementedType
# expect: __lt__ 3 False bool
# expect: __lt__ 3 False bool
# expect: __lt__ 1.5 False bool
# expect: __lt__ x NotImplemented NotImplementedType
# expect: __lt__ None NotImplemented NotImplementedType
# expect: __lt__ NaN InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: __lt__ (1+0j) NotImplemented NotImplementedType
# expect: __lt__ (1+1j) NotImplemented NotImplementedType
# expect: __ge__ 3 True bool
# expect: __ge__ 3 True bool
# expect: __ge__ 1.5 True bool
# expect: __ge__ x NotImplemented NotImplementedType
# expect: __ge__ None NotImplemented NotImplementedType
# expect: __ge__ NaN InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: __ge__ (1+0j) NotImplemented NotImplementedType
# expect: __ge__ (1+1j) NotImplemented NotImplementedType
# expect: __ne__ 3 True bool
# expect: __ne__ 3 True bool
# expect: __ne__ 1.5 True bool
# expect: __ne__ x NotImplemented NotImplementedType
# expect: __ne__ None NotImplemented NotImplementedType
# expect: __ne__ NaN True bool
# expect: __ne__ (1+0j) True bool
# expect: __ne__ (1+1j) NotImplemented NotImplementedType
# expect: Decimal('1') Decimal
# expect: Decimal('1') Decimal
# expect: Decimal('1') Decimal
# expect: TypeError ("unsupported operand type(s) for ** or pow(): 'decimal.Decimal', 'int', 'str'",)
# expect: TypeError ("unsupported operand type(s) for ** or pow(): 'decimal.Decimal' and 'float'",)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: 0 int
# expect: TypeError ('Cannot hash a signaling NaN value',)
# expect: 314159 int
# expect: -314159 int
# expect: 1152921504606846977 int
# expect: 3 int
# expect: -2 int
# expect: 88588427293594263 int
# expect: 2080493841679496175 int
# expect: 0 int
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: False bool
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: True bool
# expect: True bool
# expect: TypeError ("'<' not supported between instances of 'decimal.Decimal' and 'str'",)
# expect: True bool
# expect: True bool
# expect: True bool
# expect: TypeError ("unsupported operand type(s) for +: 'decimal.Decimal' and 'Fraction'",)
# expect: 1.1 float
# expect: nan float
# expect: ValueError ('cannot convert signaling NaN to float',)
# expect: nan float
# expect: -inf float
# expect: 1 int
# expect: -1 int
# expect: ValueError ('cannot convert NaN to integer',)
# expect: OverflowError ('cannot convert Infinity to integer',)
# expect: 100000000000000000000000000000000000000000000000000 int
# expect: (1.5+0j) complex
# expect: False bool
# expect: True bool
# expect: 2 int
# expect: 4 int
# expect: Decimal('2.34') Decimal
# expect: 2 int
# expect: TypeError ('optional arg must be an integer',)
# expect: ValueError ('cannot convert NaN to integer',)
# expect: OverflowError ('cannot convert Infinity to integer',)
# expect: Decimal('1E+2') Decimal
# expect: OverflowError ('Python int too large to convert to C ssize_t',)
# expect: TypeError ('function takes at most 1 argument (2 given)',)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: -2 int
# expect: -1 int
# expect: -1 int
# expect: ValueError ('cannot convert NaN to integer',)
# expect: OverflowError ('cannot convert Infinity to integer',)
# expect: DecimalTuple(sign=0, digits=(1, 2, 5), exponent=-2) DecimalTuple
# expect: DecimalTuple(sign=1, digits=(0,), exponent='F') DecimalTuple
# expect: DecimalTuple(sign=0, digits=(), exponent='n') DecimalTuple
# expect: DecimalTuple(sign=0, digits=(4, 5), exponent='N') DecimalTuple
# expect: DecimalTuple(sign=0, digits=(0,), exponent=5) DecimalTuple
# expect: (5, 4) tuple
# expect: OverflowError ('cannot convert Infinity to integer ratio',)
# expect: ValueError ('cannot convert NaN to integer ratio',)
# expect: (100000, 1) tuple
# expect: (0, 1) tuple
# expect: (3, 2500) tuple
# expect: (<class 'decimal.Decimal'>, ('1',)) tuple
# expect: (<class '__main__.X'>, ('1',)) tuple
# expect: 104 int
# expect: 144 int
# expect: True True
# expect: Decimal('1') Decimal
# expect: Decimal('1') Decimal
# expect: 0 int
# expect: 0 int
# expect: 5 int
# expect: TypeError ("'decimal.Decimal' object is not callable",)
# expect: TypeError ("'decimal.Decimal' object is not callable",)
# expect: Decimal('1') Decimal
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: Decimal('1') Decimal
# expect: TypeError ('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',)
# expect: TypeError ('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',)
# expect: TypeError ('optional argument must be a context',)
# expect: TypeError ('conversion from str to Decimal is not supported',)
# expect: TypeError ('conversion from float to Decimal is not supported',)
# expect: TypeError ('conversion from float to Decimal is not supported',)
# expect: TypeError ('conversion from str to Decimal is not supported',)
# expect: TypeError ('optional argument must be a context',)
# expect: TypeError ("function missing required argument 'other' (pos 1)",)
# expect: TypeError ('function takes at most 2 arguments (3 given)',)
# expect: TypeError ('optional argument must be a context',)
# expect: TypeError ('optional argument must be a context',)
# expect: Decimal('2.7183') Decimal
# expect: Decimal('0.6931') Decimal
# expect: TypeError ('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',)
# expect: Decimal('2') Decimal
# expect: Decimal('2') Decimal
# expect: '+Normal' str
# expect: '+Subnormal' str
# expect: '-Zero' str
# expect: 'sNaN' str
# expect: True bool
# expect: TypeError ('conversion from str to Decimal is not supported',)
# expect: Decimal('-1') Decimal
# expect: Decimal('-1') Decimal
# expect: Decimal('5') Decimal
# expect: TypeError ("function missing required argument 'third' (pos 2)",)
# expect: TypeError ('conversion from str to Decimal is not supported',)
# expect: TypeError ('conversion from float to Decimal is not supported',)
# expect: Decimal('1') Decimal
# expect: Decimal('10') Decimal
# expect: True bool
# expect: add () TypeError ('function takes exactly 2 arguments (0 given)',)
# expect: add (1,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: add (1, 2) Decimal('3') Decimal
# expect: add ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: add (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: add (Decimal('5'), Decimal('3')) Decimal('8') Decimal
# expect: add (None,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: abs () TypeError ('Context.abs() takes exactly one argument (0 given)',)
# expect: abs (1,) Decimal('1') Decimal
# expect: abs (1, 2) TypeError ('Context.abs() takes exactly one argument (2 given)',)
# expect: abs ('x', 'y') TypeError ('Context.abs() takes exactly one argument (2 given)',)
# expect: abs (1.5, 2) TypeError ('Context.abs() takes exactly one argument (2 given)',)
# expect: abs (Decimal('5'), Decimal('3')) TypeError ('Context.abs() takes exactly one argument (2 given)',)
# expect: abs (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: canonical () TypeError ('Context.canonical() takes exactly one argument (0 given)',)
# expect: canonical (1,) TypeError ('argument must be a Decimal',)
# expect: canonical (1, 2) TypeError ('Context.canonical() takes exactly one argument (2 given)',)
# expect: canonical ('x', 'y') TypeError ('Context.canonical() takes exactly one argument (2 given)',)
# expect: canonical (1.5, 2) TypeError ('Context.canonical() takes exactly one argument (2 given)',)
# expect: canonical (Decimal('5'), Decimal('3')) TypeError ('Context.canonical() takes exactly one argument (2 given)',)
# expect: canonical (None,) TypeError ('argument must be a Decimal',)
# expect: is_canonical () TypeError ('Context.is_canonical() takes exactly one argument (0 given)',)
# expect: is_canonical (1,) TypeError ('argument must be a Decimal',)
# expect: is_canonical (1, 2) TypeError ('Context.is_canonical() takes exactly one argument (2 given)',)
# expect: is_canonical ('x', 'y') TypeError ('Context.is_canonical() takes exactly one argument (2 given)',)
# expect: is_canonical (1.5, 2) TypeError ('Context.is_canonical() takes exactly one argument (2 given)',)
# expect: is_canonical (Decimal('5'), Decimal('3')) TypeError ('Context.is_canonical() takes exactly one argument (2 given)',)
# expect: is_canonical (None,) TypeError ('argument must be a Decimal',)
# expect: is_nan () TypeError ('Context.is_nan() takes exactly one argument (0 given)',)
# expect: is_nan (1,) False bool
# expect: is_nan (1, 2) TypeError ('Context.is_nan() takes exactly one argument (2 given)',)
# expect: is_nan ('x', 'y') TypeError ('Context.is_nan() takes exactly one argument (2 given)',)
# expect: is_nan (1.5, 2) TypeError ('Context.is_nan() takes exactly one argument (2 given)',)
# expect: is_nan (Decimal('5'), Decimal('3')) TypeError ('Context.is_nan() takes exactly one argument (2 given)',)
# expect: is_nan (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: copy_decimal () TypeError ('Context.copy_decimal() takes exactly one argument (0 given)',)
# expect: copy_decimal (1,) Decimal('1') Decimal
# expect: copy_decimal (1, 2) TypeError ('Context.copy_decimal() takes exactly one argument (2 given)',)
# expect: copy_decimal ('x', 'y') TypeError ('Context.copy_decimal() takes exactly one argument (2 given)',)
# expect: copy_decimal (1.5, 2) TypeError ('Context.copy_decimal() takes exactly one argument (2 given)',)
# expect: copy_decimal (Decimal('5'), Decimal('3')) TypeError ('Context.copy_decimal() takes exactly one argument (2 given)',)
# expect: copy_decimal (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: create_decimal () Decimal('0') Decimal
# expect: create_decimal (1,) Decimal('1') Decimal
# expect: create_decimal (1, 2) TypeError ('function takes at most 1 argument (2 given)',)
# expect: create_decimal ('x', 'y') TypeError ('function takes at most 1 argument (2 given)',)
# expect: create_decimal (1.5, 2) TypeError ('function takes at most 1 argument (2 given)',)
# expect: create_decimal (Decimal('5'), Decimal('3')) TypeError ('function takes at most 1 argument (2 given)',)
# expect: create_decimal (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: create_decimal_from_float () TypeError ('Context.create_decimal_from_float() takes exactly one argument (0 given)',)
# expect: create_decimal_from_float (1,) Decimal('1') Decimal
# expect: create_decimal_from_float (1, 2) TypeError ('Context.create_decimal_from_float() takes exactly one argument (2 given)',)
# expect: create_decimal_from_float ('x', 'y') TypeError ('Context.create_decimal_from_float() takes exactly one argument (2 given)',)
# expect: create_decimal_from_float (1.5, 2) TypeError ('Context.create_decimal_from_float() takes exactly one argument (2 given)',)
# expect: create_decimal_from_float (Decimal('5'), Decimal('3')) TypeError ('Context.create_decimal_from_float() takes exactly one argument (2 given)',)
# expect: create_decimal_from_float (None,) TypeError ('argument must be int or float',)
# expect: power () TypeError ("function missing required argument 'a' (pos 1)",)
# expect: power (1,) TypeError ("function missing required argument 'b' (pos 2)",)
# expect: power (1, 2) Decimal('1') Decimal
# expect: power ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: power (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: power (Decimal('5'), Decimal('3')) Decimal('125') Decimal
# expect: power (None,) TypeError ("function missing required argument 'b' (pos 2)",)
# expect: divmod () TypeError ('function takes exactly 2 arguments (0 given)',)
# expect: divmod (1,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: divmod (1, 2) (Decimal('0'), Decimal('1')) tuple
# expect: divmod ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: divmod (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: divmod (Decimal('5'), Decimal('3')) (Decimal('1'), Decimal('2')) tuple
# expect: divmod (None,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: to_sci_string () TypeError ('Context.to_sci_string() takes exactly one argument (0 given)',)
# expect: to_sci_string (1,) '1' str
# expect: to_sci_string (1, 2) TypeError ('Context.to_sci_string() takes exactly one argument (2 given)',)
# expect: to_sci_string ('x', 'y') TypeError ('Context.to_sci_string() takes exactly one argument (2 given)',)
# expect: to_sci_string (1.5, 2) TypeError ('Context.to_sci_string() takes exactly one argument (2 given)',)
# expect: to_sci_string (Decimal('5'), Decimal('3')) TypeError ('Context.to_sci_string() takes exactly one argument (2 given)',)
# expect: to_sci_string (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: quantize () TypeError ('function takes exactly 2 arguments (0 given)',)
# expect: quantize (1,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: quantize (1, 2) Decimal('1') Decimal
# expect: quantize ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: quantize (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: quantize (Decimal('5'), Decimal('3')) Decimal('5') Decimal
# expect: quantize (None,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: fma () TypeError ('function takes exactly 3 arguments (0 given)',)
# expect: fma (1,) TypeError ('function takes exactly 3 arguments (1 given)',)
# expect: fma (1, 2) TypeError ('function takes exactly 3 arguments (2 given)',)
# expect: fma ('x', 'y') TypeError ('function takes exactly 3 arguments (2 given)',)
# expect: fma (1.5, 2) TypeError ('function takes exactly 3 arguments (2 given)',)
# expect: fma (Decimal('5'), Decimal('3')) TypeError ('function takes exactly 3 arguments (2 given)',)
# expect: fma (None,) TypeError ('function takes exactly 3 arguments (1 given)',)
# expect: same_quantum () TypeError ('function takes exactly 2 arguments (0 given)',)
# expect: same_quantum (1,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: same_quantum (1, 2) True bool
# expect: same_quantum ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: same_quantum (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: same_quantum (Decimal('5'), Decimal('3')) True bool
# expect: same_quantum (None,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: radix () Decimal('10') Decimal
# expect: radix (1,) TypeError ('Context.radix() takes no arguments (1 given)',)
# expect: radix (1, 2) TypeError ('Context.radix() takes no arguments (2 given)',)
# expect: radix ('x', 'y') TypeError ('Context.radix() takes no arguments (2 given)',)
# expect: radix (1.5, 2) TypeError ('Context.radix() takes no arguments (2 given)',)
# expect: radix (Decimal('5'), Decimal('3')) TypeError ('Context.radix() takes no arguments (2 given)',)
# expect: radix (None,) TypeError ('Context.radix() takes no arguments (1 given)',)
# expect: _apply () TypeError ('Context._apply() takes exactly one argument (0 given)',)
# expect: _apply (1,) Decimal('1') Decimal
# expect: _apply (1, 2) TypeError ('Context._apply() takes exactly one argument (2 given)',)
# expect: _apply ('x', 'y') TypeError ('Context._apply() takes exactly one argument (2 given)',)
# expect: _apply (1.5, 2) TypeError ('Context._apply() takes exactly one argument (2 given)',)
# expect: _apply (Decimal('5'), Decimal('3')) TypeError ('Context._apply() takes exactly one argument (2 given)',)
# expect: _apply (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: number_class () TypeError ('Context.number_class() takes exactly one argument (0 given)',)
# expect: number_class (1,) '+Normal' str
# expect: number_class (1, 2) TypeError ('Context.number_class() takes exactly one argument (2 given)',)
# expect: number_class ('x', 'y') TypeError ('Context.number_class() takes exactly one argument (2 given)',)
# expect: number_class (1.5, 2) TypeError ('Context.number_class() takes exactly one argument (2 given)',)
# expect: number_class (Decimal('5'), Decimal('3')) TypeError ('Context.number_class() takes exactly one argument (2 given)',)
# expect: number_class (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: copy_sign () TypeError ('function takes exactly 2 arguments (0 given)',)
# expect: copy_sign (1,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: copy_sign (1, 2) Decimal('1') Decimal
# expect: copy_sign ('x', 'y') TypeError ('conversion from str to Decimal is not supported',)
# expect: copy_sign (1.5, 2) TypeError ('conversion from float to Decimal is not supported',)
# expect: copy_sign (Decimal('5'), Decimal('3')) Decimal('5') Decimal
# expect: copy_sign (None,) TypeError ('function takes exactly 2 arguments (1 given)',)
# expect: logb () TypeError ('Context.logb() takes exactly one argument (0 given)',)
# expect: logb (1,) Decimal('0') Decimal
# expect: logb (1, 2) TypeError ('Context.logb() takes exactly one argument (2 given)',)
# expect: logb ('x', 'y') TypeError ('Context.logb() takes exactly one argument (2 given)',)
# expect: logb (1.5, 2) TypeError ('Context.logb() takes exactly one argument (2 given)',)
# expect: logb (Decimal('5'), Decimal('3')) TypeError ('Context.logb() takes exactly one argument (2 given)',)
# expect: logb (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: is_zero () TypeError ('Context.is_zero() takes exactly one argument (0 given)',)
# expect: is_zero (1,) False bool
# expect: is_zero (1, 2) TypeError ('Context.is_zero() takes exactly one argument (2 given)',)
# expect: is_zero ('x', 'y') TypeError ('Context.is_zero() takes exactly one argument (2 given)',)
# expect: is_zero (1.5, 2) TypeError ('Context.is_zero() takes exactly one argument (2 given)',)
# expect: is_zero (Decimal('5'), Decimal('3')) TypeError ('Context.is_zero() takes exactly one argument (2 given)',)
# expect: is_zero (None,) TypeError ('conversion from NoneType to Decimal is not supported',)
# expect: Decimal('3') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('1.100000000000000088817841970') Decimal
# expect: Decimal('1.111111111111111111111111111E+49') Decimal
# expect: Decimal('sNaN') Decimal
# expect: Decimal('1.000000000000000000000000000E+50') Decimal
# expect: Decimal('1.111111111111111111111111111E+39') Decimal
# expect: InvalidOperation ([<class 'decimal.ConversionSyntax'>],)
# expect: Decimal('2') Decimal
# expect: FloatOperation ([<class 'decimal.FloatOperation'>],)
# expect: FloatOperation ([<class 'decimal.FloatOperation'>],)
# expect: False bool
# expect: Decimal('1.5') Decimal
# expect: FloatOperation ([<class 'decimal.FloatOperation'>],)
# expect: Decimal('1.5') Decimal
# expect: Inexact ([<class 'decimal.Inexact'>],)
# expect: Decimal('NaN') Decimal
# expect: Decimal('NaN') Decimal
# expect: TypeError ('Cannot hash a signaling NaN value',)
# expect: Decimal('NaN') Decimal
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, Inexact, FloatOperation, Rounded], traps=[DivisionByZero, Inexact, FloatOperation, Overflow])
# expect: DivisionByZero ([<class 'decimal.DivisionByZero'>],)
# expect: InvalidOperation ([<class 'decimal.DivisionUndefined'>],)
# expect: DivisionByZero ([<class 'decimal.DivisionByZero'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>, <class 'decimal.DivisionByZero'>],)
# expect: InvalidOperation ([<class 'decimal.DivisionImpossible'>],)
# expect: Overflow ([<class 'decimal.Overflow'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: InvalidOperation ([<class 'decimal.InvalidOperation'>],)
# expect: '' b'0|1|-1.5|1234567.891|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: 'f' b'0|1|-1.5|1234567.891|10000000000|0.0000000001|NaN|-Infinity|sNaN12|0|-0.04|0.0000000000|0.0000012'
# expect: '.2f' b'0.00|1.00|-1.50|1234567.89|10000000000.00|0.00|NaN|-Infinity|sNaN12|0.00|-0.04|0.00|0.00'
# expect: 'e' b'0e+0|1e+0|-1.5e+0|1.234567891e+6|1e+10|1e-10|NaN|-Infinity|sNaN12|0e+5|-4e-2|0e-10|1.2e-6'
# expect: '.3e' b'0.000e+3|1.000e+0|-1.500e+0|1.235e+6|1.000e+10|1.000e-10|NaN|-Infinity|sNaN12|0.000e+8|-4.000e-2|0.000e-7|1.200e-6'
# expect: 'g' b'0|1|-1.5|1234567.891|1e+10|1e-10|NaN|-Infinity|sNaN12|0e+5|-0.04|0e-10|0.0000012'
# expect: '.3g' b'0|1|-1.5|1.23e+6|1e+10|1e-10|NaN|-Infinity|sNaN12|0e+5|-0.04|0e-10|0.0000012'
# expect: '%' b'0%|100%|-150%|123456789.1%|1000000000000%|0.00000001%|NaN%|-Infinity%|sNaN12%|0%|-4%|0.00000000%|0.00012%'
# expect: '.1%' b'0.0%|100.0%|-150.0%|123456789.1%|1000000000000.0%|0.0%|NaN%|-Infinity%|sNaN12%|0.0%|-4.0%|0.0%|0.0%'
# expect: 'n' b'0|1|-1.5|1234567.891|1e+10|1e-10|NaN|-Infinity|sNaN12|0e+5|-0.04|0e-10|0.0000012'
# expect: '10' b'         0|         1|      -1.5|1234567.891|     1E+10|     1E-10|       NaN| -Infinity|    sNaN12|      0E+5|     -0.04|     0E-10| 0.0000012'
# expect: '<10' b'0         |1         |-1.5      |1234567.891|1E+10     |1E-10     |NaN       |-Infinity |sNaN12    |0E+5      |-0.04     |0E-10     |0.0000012 '
# expect: '^10' b'    0     |    1     |   -1.5   |1234567.891|  1E+10   |  1E-10   |   NaN    |-Infinity |  sNaN12  |   0E+5   |  -0.04   |  0E-10   |0.0000012 '
# expect: '>10' b'         0|         1|      -1.5|1234567.891|     1E+10|     1E-10|       NaN| -Infinity|    sNaN12|      0E+5|     -0.04|     0E-10| 0.0000012'
# expect: '=10' b'         0|         1|-      1.5|1234567.891|     1E+10|     1E-10|       NaN|- Infinity|    sNaN12|      0E+5|-     0.04|     0E-10| 0.0000012'
# expect: '010' b'0000000000|0000000001|-0000001.5|1234567.891|000001E+10|000001E-10|       NaN| -Infinity|    sNaN12|0000000E+5|-000000.04|000000E-10|00.0000012'
# expect: '+' b'+0|+1|-1.5|+1234567.891|+1E+10|+1E-10|+NaN|-Infinity|+sNaN12|+0E+5|-0.04|+0E-10|+0.0000012'
# expect: '-' b'0|1|-1.5|1234567.891|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: ' ' b' 0| 1|-1.5| 1234567.891| 1E+10| 1E-10| NaN|-Infinity| sNaN12| 0E+5|-0.04| 0E-10| 0.0000012'
# expect: '+.2f' b'+0.00|+1.00|-1.50|+1234567.89|+10000000000.00|+0.00|+NaN|-Infinity|+sNaN12|+0.00|-0.04|+0.00|+0.00'
# expect: ',' b'0|1|-1.5|1,234,567.891|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: '_' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: '_.2f' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: ',.2f' b'0.00|1.00|-1.50|1,234,567.89|10,000,000,000.00|0.00|NaN|-Infinity|sNaN12|0.00|-0.04|0.00|0.00'
# expect: 'z.1f' b'0.0|1.0|-1.5|1234567.9|10000000000.0|0.0|NaN|-Infinity|sNaN12|0.0|0.0|0.0|0.0'
# expect: 'zf' b'0|1|-1.5|1234567.891|10000000000|0.0000000001|NaN|-Infinity|sNaN12|0|-0.04|0.0000000000|0.0000012'
# expect: '#' b'0.|1.|-1.5|1234567.891|1.E+10|1.E-10|NaN|-Infinity|sNaN12|0.E+5|-0.04|0.E-10|0.0000012'
# expect: '#f' b'0.|1.|-1.5|1234567.891|10000000000.|0.0000000001|NaN|-Infinity|sNaN12|0.|-0.04|0.0000000000|0.0000012'
# expect: 'x' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: 'd' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: 's' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: '10.3f' b'     0.000|     1.000|    -1.500|1234567.891|10000000000.000|     0.000|       NaN| -Infinity|    sNaN12|     0.000|    -0.040|     0.000|     0.000'
# expect: '*^20' b'*********0**********|*********1**********|********-1.5********|****1234567.891*****|*******1E+10********|*******1E-10********|********NaN*********|*****-Infinity******|*******sNaN12*******|********0E+5********|*******-0.04********|*******0E-10********|*****0.0000012******'
# expect: '\x00<5' b'0\x00\x00\x00\x00|1\x00\x00\x00\x00|-1.5\x00|1234567.891|1E+10|1E-10|NaN\x00\x00|-Infinity|sNaN12|0E+5\x00|-0.04|0E-10|0.0000012'
# expect: 'é^8' b'\xc3\xa9\xc3\xa9\xc3\xa90\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9|\xc3\xa9\xc3\xa9\xc3\xa91\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9|\xc3\xa9\xc3\xa9-1.5\xc3\xa9\xc3\xa9|1234567.891|\xc3\xa91E+10\xc3\xa9\xc3\xa9|\xc3\xa91E-10\xc3\xa9\xc3\xa9|\xc3\xa9\xc3\xa9NaN\xc3\xa9\xc3\xa9\xc3\xa9|-Infinity|\xc3\xa9sNaN12\xc3\xa9|\xc3\xa9\xc3\xa90E+5\xc3\xa9\xc3\xa9|\xc3\xa9-0.04\xc3\xa9\xc3\xa9|\xc3\xa90E-10\xc3\xa9\xc3\xa9|0.0000012'
# expect: '日=10' b'\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa50|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa51|-\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa51.5|1234567.891|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa51E+10|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa51E-10|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5NaN|-\xe6\x97\xa5Infinity|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5sNaN12|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa50E+5|-\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa50.04|\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa5\xe6\x97\xa50E-10|\xe6\x97\xa50.0000012'
# expect: '.50f' b'0.00000000000000000000000000000000000000000000000000|1.00000000000000000000000000000000000000000000000000|-1.50000000000000000000000000000000000000000000000000|1234567.89100000000000000000000000000000000000000000000000|10000000000.00000000000000000000000000000000000000000000000000|0.00000000010000000000000000000000000000000000000000|NaN|-Infinity|sNaN12|0.00000000000000000000000000000000000000000000000000|-0.04000000000000000000000000000000000000000000000000|0.00000000000000000000000000000000000000000000000000|0.00000120000000000000000000000000000000000000000000'
# expect: '.0f' b'0|1|-2|1234568|10000000000|0|NaN|-Infinity|sNaN12|0|-0|0|0'
# expect: '.0e' b'0e+0|1e+0|-2e+0|1e+6|1e+10|1e-10|NaN|-Infinity|sNaN12|0e+5|-4e-2|0e-10|1e-6'
# expect: '.' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: '..' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: '1.' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: '5,' b'    0|    1| -1.5|1,234,567.891|1E+10|1E-10|  NaN|-Infinity|sNaN12| 0E+5|-0.04|0E-10|0.0000012'
# expect: '0,' b'0|1|-1.5|1,234,567.891|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: '012,.2f' b'0,000,000.00|0,000,001.00|-0,000,001.50|1,234,567.89|10,000,000,000.00|0,000,000.00|         NaN|   -Infinity|      sNaN12|0,000,000.00|-0,000,000.04|0,000,000.00|0,000,000.00'
# expect: '+010.2f' b'+000000.00|+000001.00|-000001.50|+1234567.89|+10000000000.00|+000000.00|      +NaN| -Infinity|   +sNaN12|+000000.00|-000000.04|+000000.00|+000000.00'
# expect: '20,.5e' b'          0.00000e+5|          1.00000e+0|         -1.50000e+0|          1.23457e+6|         1.00000e+10|         1.00000e-10|                 NaN|           -Infinity|              sNaN12|         0.00000e+10|         -4.00000e-2|          0.00000e-5|          1.20000e-6'
# expect: 'f,' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: 'E' b'0E+0|1E+0|-1.5E+0|1.234567891E+6|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-4E-2|0E-10|1.2E-6'
# expect: 'G' b'0|1|-1.5|1234567.891|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: '.3G' b'0|1|-1.5|1.23E+6|1E+10|1E-10|NaN|-Infinity|sNaN12|0E+5|-0.04|0E-10|0.0000012'
# expect: 'F' b'0|1|-1.5|1234567.891|10000000000|0.0000000001|NaN|-Infinity|sNaN12|0|-0.04|0.0000000000|0.0000012'
# expect: '.1E' b'0.0E+1|1.0E+0|-1.5E+0|1.2E+6|1.0E+10|1.0E-10|NaN|-Infinity|sNaN12|0.0E+6|-4.0E-2|0.0E-9|1.2E-6'
# expect: '99999999999999999999' b'OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")'
# expect: '.99999999999999999999f' b'OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|NaN|-Infinity|sNaN12|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")|OverflowError("cannot fit \'int\' into an index-sized integer")'
# expect: 'c' b"ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')|ValueError('invalid format string')"
# expect: TypeError ('format arg must be str',)
# expect: TypeError ('function takes at least 1 argument (0 given)',)
# expect: '1' str
# expect: '12é34é567;5' str
# expect: TypeError ('bad argument type for built-in operation',)
# expect: TypeError ('optional argument must be a dict',)
# expect: ValueError ('invalid override dict',)
# expect: Decimal('1E+999999999999999999') 1E-1999999999999999997 1.23E-8 0.000000 0E-7 1E-7
# expect: 0.00E+3 0.00e+3
# expect: 0.0E+3 0.0e+3
# expect: 0E+3 0e+3
# expect: 0.0E-6 0.0e-6
# expect: 0.00E-6 0.00e-6
# expect: 0E-9 0e-9
# expect: 10 10
# expect: 120 120
# expect: 1.23E+3 1.23e+3
# expect: 100E-9 100e-9
# expect: 120E-9 120e-9
# expect: 100E-12 100e-12
# expect: 0.0 0.0
# expect: NaN NaN
# expect: 1E+999 1e+999
# expect: 0.0000123456 0.0000123456
# expect: ('0', 'inf', 'snan5') NaN True
# expect: ('inf', '0', 'nan5') NaN True
# expect: ('nan1', 'inf', 'snan3') NaN3 True
# expect: ('nan7', '1', 'snan3') NaN3 True
# expect: ('snan1', 'snan2', 'snan3') NaN1 True
# expect: ('nan1', 'nan2', 'snan3') NaN3 True
# expect: ('nan1', '2', 'nan3') NaN1 False
# expect: ('inf', '2', 'nan3') NaN3 False
# expect: ('1', '-0', '2') 1 False
# expect: ('-20', '-0E+1005', '1179') 1 False
# expect: ('3', '-1', '5') NaN True
