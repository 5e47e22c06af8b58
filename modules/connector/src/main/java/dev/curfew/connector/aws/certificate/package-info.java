/// The certificates that an account shows to others.
@NullMarked
package dev.curfew.connector.aws.certificate;

import org.jspecify.annotations.NullMarked;
