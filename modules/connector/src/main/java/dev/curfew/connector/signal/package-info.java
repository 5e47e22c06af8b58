/// Signals as their senders write them: signed webhooks, Security Event Tokens, and files of both. What is in them
/// becomes tips; what is beside them, in headers that nobody signed, decides nothing.
@NullMarked
package dev.curfew.connector.signal;

import org.jspecify.annotations.NullMarked;
