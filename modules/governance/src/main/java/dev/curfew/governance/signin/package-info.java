/// Officers who showed, besides by their key, who they are.
@NullMarked
package dev.curfew.governance.signin;

import org.jspecify.annotations.NullMarked;
