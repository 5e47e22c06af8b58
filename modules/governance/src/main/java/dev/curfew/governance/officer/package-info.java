/// Officers, their keys, the devices they sign on.
@NullMarked
package dev.curfew.governance.officer;

import org.jspecify.annotations.NullMarked;
