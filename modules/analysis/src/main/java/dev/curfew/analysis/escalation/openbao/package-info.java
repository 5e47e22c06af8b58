/// The ways through OpenBao's policies.
@NullMarked
package dev.curfew.analysis.escalation.openbao;

import org.jspecify.annotations.NullMarked;
