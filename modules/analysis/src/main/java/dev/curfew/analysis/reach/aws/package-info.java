/// Where an AWS user or role gets to.
@NullMarked
package dev.curfew.analysis.reach.aws;

import org.jspecify.annotations.NullMarked;
