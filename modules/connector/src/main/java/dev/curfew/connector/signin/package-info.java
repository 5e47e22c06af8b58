/// People who show who they are at an issuer of OpenID Connect: in a browser, or with a code on another device.
@NullMarked
package dev.curfew.connector.signin;

import org.jspecify.annotations.NullMarked;
