package dev.curfew.testbed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A suite that runs against a real server. `-Dtestbed=none` leaves it out, and `target/real-server-suites.txt` says
/// so. Comes with [WithOpenBao] and [WithMoto].
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-server")
@ExtendWith(RealServerCondition.class)
public @interface RealServer {}
