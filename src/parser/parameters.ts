// Parameters of functions and lambdas, fast.

import { StringParser } from "./fstrings.ts";
import {
  AFTER_SLASH,
  LAMBDA_BODY,
  LAMBDA_PARAMETERS,
  PARAMETER_ANNOTATION,
  PARAMETER_DEFAULT,
  STARRED_ANNOTATION,
  VARARG_ANNOTATION,
} from "./levels.ts";
import type { arg, arguments_, expr } from "./nodes.ts";
import { fail } from "./parser_base.ts";
import { T } from "./tokens.ts";
import { decodeUtf8 } from "./utf8.ts";

export abstract class ParameterParser extends StringParser {
  protected lambda(): expr {
    // lambda: lambda: lambda: ... leans right too
    const starts: number[] = [];
    const parameters: arguments_[] = [];
    const { depth } = this;
    while (this.peek() === T.LAMBDA) {
      this.standAt(this.depth + LAMBDA_BODY);
      starts.push(this.mark++);
      parameters.push(this.parameters(T.COLON));
      this.expect(T.COLON);
    }
    let body = this.expression();
    this.depth = depth;
    for (let i = starts.length - 1; i >= 0; i--)
      body = { kind: "Lambda", args: parameters[i], body, ...this.span(starts[i]) };
    return body;
  }

  // Parameters up to `close`, which stays: ')' of a def, ':' of a lambda, which has no annotations.
  parameters(close: T): arguments_ {
    const posonlyargs: arg[] = [];
    let args: arg[] = [];
    let vararg: arg | null = null;
    const kwonlyargs: arg[] = [];
    const kw_defaults: (expr | null)[] = [];
    let kwarg: arg | null = null;
    const defaults: expr[] = [];
    const annotated = close === T.RPAR;
    const { depth } = this;
    // where the rules of parameters stand
    let base = annotated ? depth : depth + LAMBDA_PARAMETERS;
    let sawStar = false;
    let sawSlash = false;
    while (this.peek() !== close) {
      const type = this.peek();
      let last: arg | null = null;
      if (type === T.DOUBLESTAR) {
        this.mark++;
        this.standAt(base + PARAMETER_ANNOTATION);
        kwarg = this.parameter(annotated, false);
        this.accept(T.COMMA);
        this.parameterTypeComment(kwarg);
        break;
      }
      if (type === T.STAR) {
        if (sawStar) fail();
        sawStar = true;
        base = annotated ? depth : depth + LAMBDA_PARAMETERS;
        this.mark++;
        if (this.peek() === T.COMMA) {
          // a bare star needs a parameter after it
          if (this.peekAt(this.mark + 1) !== T.NAME) fail();
        } else {
          this.standAt(base + VARARG_ANNOTATION);
          last = vararg = this.parameter(annotated, annotated);
        }
      } else if (type === T.SLASH) {
        if (sawSlash || sawStar || args.length === 0) fail();
        sawSlash = true;
        base += AFTER_SLASH;
        this.mark++;
        posonlyargs.push(...args);
        args = [];
        this.peek();
        this.checkVersion(8, "Positional-only parameters are");
      } else {
        this.standAt(base + PARAMETER_ANNOTATION);
        const node = this.parameter(annotated, false);
        this.standAt(base + PARAMETER_DEFAULT);
        last = node;
        const value = this.accept(T.EQUAL) ? this.expression() : null;
        if (sawStar) {
          kwonlyargs.push(node);
          kw_defaults.push(value);
        } else {
          if (value !== null) defaults.push(value);
          else if (defaults.length > 0) fail();
          args.push(node);
        }
      }
      const hasComma = this.accept(T.COMMA);
      if (last !== null) this.parameterTypeComment(last);
      if (!hasComma) break;
    }
    if (this.peek() !== close) fail();
    this.depth = depth;
    return { kind: "arguments", posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  // The type comment of a parameter stands behind its comma.
  private parameterTypeComment(node: arg): void {
    if (this.peek() !== T.TYPE_COMMENT) return;
    const token = this.mark++;
    node.type_comment = decodeUtf8(this.bytes, this.starts[token], this.ends[token]);
  }

  protected parameter(annotated: boolean, starAnnotation: boolean): arg {
    const s = this.mark;
    const name = this.identifier();
    let annotation: expr | null = null;
    if (annotated && this.accept(T.COLON)) {
      if (starAnnotation && this.peek() === T.STAR) this.standAt(this.depth + STARRED_ANNOTATION);
      annotation = starAnnotation ? this.starExpression() : this.expression();
    }
    const e = this.mark - 1;
    return {
      kind: "arg",
      arg: name,
      annotation,
      type_comment: null,
      lineno: this.linenos[s],
      col_offset: this.columns[s],
      end_lineno: this.endLinenos[e],
      end_col_offset: this.endColumns[e],
    };
  }
}
