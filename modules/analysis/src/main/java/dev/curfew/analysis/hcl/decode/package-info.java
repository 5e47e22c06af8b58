/// Takes texts, numbers and lists out of HCL, with the conversions and refusals of the server's library.
@NullMarked
package dev.curfew.analysis.hcl.decode;

import org.jspecify.annotations.NullMarked;
