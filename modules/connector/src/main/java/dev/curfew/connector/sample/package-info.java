/// The sample estate: a made-up company over AWS, OpenBao and Kubernetes, a source like any other.
@NullMarked
package dev.curfew.connector.sample;

import org.jspecify.annotations.NullMarked;
