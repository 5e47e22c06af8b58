@NullMarked
package dev.curfew.governance.judgement;

import org.jspecify.annotations.NullMarked;
