/// OpenBao roles that let in tokens of clusters and other issuers.
@NullMarked
package dev.curfew.analysis.reach.openbao.login;

import org.jspecify.annotations.NullMarked;
