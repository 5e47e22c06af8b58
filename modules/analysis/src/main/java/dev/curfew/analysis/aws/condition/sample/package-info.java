/// Values that a key of a request could have, so chosen that they show every difference that policies make.
@NullMarked
package dev.curfew.analysis.aws.condition.sample;

import org.jspecify.annotations.NullMarked;
