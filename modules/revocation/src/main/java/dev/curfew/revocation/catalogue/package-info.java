/// What revoking each kind of credential really does, as data.
@NullMarked
package dev.curfew.revocation.catalogue;

import org.jspecify.annotations.NullMarked;
