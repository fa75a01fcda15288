package org.axionwatch.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Needs a container engine that has the broker image. Where one is missing the tests are reported as skipped, with the
 * reason; they fail where {@code AXIONWATCH_REQUIRE} names {@code docker}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ExtendWith(BrokerImageCondition.class)
@interface ContainerTest {}
