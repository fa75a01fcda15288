package org.axionwatch.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;

/** The build order is the data flow, and what each module may know. */
@AnalyzeClasses(packages = "org.axionwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleOrderTest {
    private static final List<String> BUILD_ORDER = List.of(
            "org.axionwatch.records..",
            "org.axionwatch.topics..",
            "org.axionwatch.physics..",
            "org.axionwatch.ml..",
            "org.axionwatch.streams..",
            "org.axionwatch.embedded..",
            "org.axionwatch.app..");

    private static final String[] KAFKA = {"org.apache.kafka..", "kafka..", "io.confluent.."};
    private static final String[] DEEP_LEARNING = {"org.deeplearning4j..", "org.nd4j.."};

    @ArchTest
    static void shouldNeverImportAModuleThatIsBuiltLater(com.tngtech.archunit.core.domain.JavaClasses classes) {
        IntStream.range(0, BUILD_ORDER.size() - 1)
                .mapToObj(position -> noClasses()
                        .that()
                        .resideInAPackage(BUILD_ORDER.get(position))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(BUILD_ORDER
                                .subList(position + 1, BUILD_ORDER.size())
                                .toArray(String[]::new))
                        .allowEmptyShould(true)
                        .as(BUILD_ORDER.get(position) + " imports no module that is built later"))
                .forEach(rule -> rule.check(classes));
    }

    @ArchTest
    static final ArchRule PHYSICS_AND_ML_NEED_NEITHER_SCHEMAS_NOR_TOPICS = noClasses()
            .that(resideInAnyPackage("org.axionwatch.physics..", "org.axionwatch.ml.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axionwatch.records..", "org.axionwatch.topics..", "org.apache.avro..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PHYSICS_AND_ML_KNOW_NO_KAFKA = noClasses()
            .that(resideInAnyPackage("org.axionwatch.physics..", "org.axionwatch.ml.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KAFKA)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PHYSICS_KNOWS_NO_DEEP_LEARNING = noClasses()
            .that(resideInAPackage("org.axionwatch.physics.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DEEP_LEARNING)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PARSERS_KNOW_NO_KAFKA = noClasses()
            .that(resideInAPackage("org.axionwatch.topics.ingest.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KAFKA)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PROCESSORS_READ_NO_WALL_CLOCK = noClasses()
            .that(resideInAnyPackage("org.axionwatch.streams..", "org.axionwatch.ml..", "org.axionwatch.physics.."))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(java.util.Date.class)
            .allowEmptyShould(true);
}
