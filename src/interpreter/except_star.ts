// Gives the instructions of except* what objects/exception_group.ts knows.
import { _PyExc_PrepReraiseStar } from "../objects/exception_group.ts";
import { setPrepareReraiseStar } from "./intrinsics.ts";

setPrepareReraiseStar(_PyExc_PrepReraiseStar);
