# _opcode: effects on the stack and kinds of all instructions.
import _opcode
def effect(*args, **keywords):
    try: return _opcode.stack_effect(*args, **keywords)
    except Exception as error: return str(error)
for number in range(-1, 270):
    print(number, effect(number), effect(number, 2), effect(number, 3, jump=True), effect(number, 1, jump=False),
          [name for name in ("is_valid", "has_arg", "has_const", "has_name", "has_jump", "has_free", "has_local", "has_exc") if getattr(_opcode, name)(number)])
print(_opcode.get_nb_ops(), _opcode.get_intrinsic1_descs(), _opcode.get_intrinsic2_descs(), _opcode.get_specialization_stats(), _opcode.ENABLE_SPECIALIZATION)
print(effect(1, 0, jump=3), effect("a"))
