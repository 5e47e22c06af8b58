/// A second credential beside one that is in use, so that the first can go without anybody noticing.
@NullMarked
package dev.curfew.model.rotation;

import org.jspecify.annotations.NullMarked;
