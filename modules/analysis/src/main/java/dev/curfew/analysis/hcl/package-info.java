/// Reads HCL 1, the language of OpenBao policies, and the JSON that is read as HCL.
@NullMarked
package dev.curfew.analysis.hcl;

import org.jspecify.annotations.NullMarked;
