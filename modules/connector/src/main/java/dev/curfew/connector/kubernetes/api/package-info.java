/// The Kubernetes API over HTTP: calls, answers, and the words they come with.
@NullMarked
package dev.curfew.connector.kubernetes.api;

import org.jspecify.annotations.NullMarked;
