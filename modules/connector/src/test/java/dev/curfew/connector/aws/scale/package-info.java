/// Files as large as auditors hand them over, made to measure with.
@NullMarked
package dev.curfew.connector.aws.scale;

import org.jspecify.annotations.NullMarked;
