/// OpenBao's HTTP API: calls, answers, and the words they come with.
@NullMarked
package dev.curfew.connector.openbao.api;

import org.jspecify.annotations.NullMarked;
