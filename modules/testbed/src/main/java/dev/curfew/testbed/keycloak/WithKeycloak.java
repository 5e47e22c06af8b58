package dev.curfew.testbed.keycloak;

import dev.curfew.testbed.RealServer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives tests a [Keycloak] as a parameter: of the constructor, of a test, of a set-up method. All suites of a JVM
/// share one. The first suite on a machine waits while it is installed.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealServer
@ExtendWith(KeycloakExtension.class)
public @interface WithKeycloak {}
