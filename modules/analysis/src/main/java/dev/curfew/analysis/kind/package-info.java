/// What is so about each kind of identity, credential, policy and resource, as data.
@NullMarked
package dev.curfew.analysis.kind;

import org.jspecify.annotations.NullMarked;
