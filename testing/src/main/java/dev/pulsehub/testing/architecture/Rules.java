package dev.pulsehub.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may know whom, and what nobody may do. Each rule takes the root package, so that a broken copy of the product can
 * prove that the rule bites.
 */
public final class Rules {

    private static final Pattern READS = Pattern.compile("(find|get|list|count|versions|is|has)([A-Z].*)?");

    private Rules() {}

    /** All of them. A module that has no class of a rule's subject satisfies it. */
    public static List<ArchRule> all(String root) {
        return List.of(
                        metricsArePure(root),
                        gitHubClientKnowsNoDatabase(root),
                        persistenceKnowsNothingAboveIt(root),
                        reportsKnowNoWriter(root),
                        payloadsStayWithTheirReaders(root),
                        onlyIngestWritesFacts(root),
                        pagesSeeNoEntities(root),
                        pagesSeeNoStoresOfFacts(root),
                        warsDoNotKnowEachOther(root),
                        simulatorKnowsNoProduct(root),
                        coreStartsNoTimers(root),
                        sessionBeansKeepNoState(root),
                        nobodyOpensASession(root),
                        featuresFormNoCycles(root),
                        timeComesFromAClock(root),
                        nothingIsPrinted(root),
                        namesSayWhatThingsAre(root),
                        packagesAreFeatures(root))
                .stream()
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    static ArchRule metricsArePure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".core.metrics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".core.metrics..", "java..", "org.jspecify..")
                .because("a formula must be testable without a database, a clock or a container");
    }

    static ArchRule gitHubClientKnowsNoDatabase(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core.github..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".persistence..", "java.sql..", "javax.sql..", "jakarta.persistence..")
                .because("the port to GitHub is read without knowing what is stored");
    }

    static ArchRule persistenceKnowsNothingAboveIt(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".core..", root + ".web..", root + ".mcp..")
                .because("dependencies point towards what is remembered");
    }

    static ArchRule reportsKnowNoWriter(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".core.ingest..", root + ".core.sync..", root + ".core.github..")
                .because("what people ask is answered from the database alone");
    }

    static ArchRule payloadsStayWithTheirReaders(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".core.github..",
                        root + ".core.ingest..",
                        root + ".core.sync..",
                        root + ".core.organization..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".core.github..").and(payload()))
                .because("GitHub's shapes must not shape the product");
    }

    static ArchRule onlyIngestWritesFacts(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".persistence..", root + ".core.ingest..")
                .should()
                .callMethodWhere(writing(factStores(root, "issue", "pullrequest", "workflow", "account", "rollup")))
                .because("facts have one writer, which holds the repository's lock");
    }

    static ArchRule pagesSeeNoEntities(String root) {
        return noClasses()
                .that(inWars(root))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("jakarta.persistence..").or(annotated("jakarta.persistence.Entity")))
                .because("pages and tools speak to reports and use cases, which answer records");
    }

    static ArchRule pagesSeeNoStoresOfFacts(String root) {
        return noClasses()
                .that(inWars(root))
                .should()
                .dependOnClassesThat(
                        factStores(root, "repo", "issue", "pullrequest", "workflow", "account", "rollup", "sync"))
                .because("what is read for a person is read through the reports, as that person");
    }

    static ArchRule warsDoNotKnowEachOther(String root) {
        return slices().matching(root + ".(web|mcp)..")
                .should()
                .notDependOnEachOther()
                .because("each is deployed without the other");
    }

    static ArchRule simulatorKnowsNoProduct(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".core..", root + ".persistence..", root + ".web..")
                .because("it must not share the client's mistakes");
    }

    static ArchRule coreStartsNoTimers(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".core..", root + ".persistence..")
                .should()
                .dependOnClassesThat(named(
                        "jakarta.ejb.Schedule",
                        "jakarta.ejb.Schedules",
                        "jakarta.ejb.Startup",
                        "jakarta.ejb.Timeout",
                        "jakarta.ejb.TimerService"))
                .because("every WAR that contains a timer gets its own, and only one may run them");
    }

    static ArchRule sessionBeansKeepNoState(String root) {
        return classes()
                .that(annotated("jakarta.ejb.Stateless").or(annotated("jakarta.ejb.Singleton")))
                .and()
                .resideInAPackage(root + "..")
                .should(new SetNoFieldAfterConstruction())
                .because("the container hands one instance to many callers");
    }

    static ArchRule nobodyOpensASession(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(
                        SetNoFieldAfterConstruction.callOf("jakarta.servlet.http.HttpServletRequest", "getSession"))
                .orShould()
                .dependOnClassesThat(named(
                        "jakarta.enterprise.context.SessionScoped",
                        "jakarta.enterprise.context.ConversationScoped",
                        "jakarta.faces.view.ViewScoped"))
                .because("sessions are rows in PostgreSQL, so that any replica can answer");
    }

    static ArchRule featuresFormNoCycles(String root) {
        return slices().matching(root + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be readable without the ones that use it");
    }

    static ArchRule timeComesFromAClock(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .because("a test must be able to say what time it is");
    }

    static ArchRule nothingIsPrinted(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(simpleName("Main"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the log is the place to speak; only a command line's Main owns a terminal");
    }

    static ArchRule namesSayWhatThingsAre(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Dto|DTO|Entity|Bean|Controller|Service)")
                .orShould()
                .haveNameMatching(".*[.$]I[A-Z][a-z].*Interface")
                .because("such a name says nothing about what the thing is");
    }

    static ArchRule packagesAreFeatures(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..impl..",
                        "..dto..",
                        "..service..",
                        "..exception..")
                .because("a helper lives beside its user, an exception beside its thrower");
    }

    private static DescribedPredicate<JavaClass> inWars(String root) {
        return resideInAPackage(root + ".web..").or(resideInAPackage(root + ".mcp.."));
    }

    private static DescribedPredicate<JavaClass> factStores(String root, String... features) {
        List<String> packages = Stream.of(features)
                .map(feature -> root + ".persistence." + feature)
                .toList();
        return DescribedPredicate.describe(
                "are stores of " + String.join(", ", features),
                type -> type.getSimpleName().endsWith("Store") && packages.contains(type.getPackageName()));
    }

    private static DescribedPredicate<JavaMethodCall> writing(DescribedPredicate<JavaClass> stores) {
        return DescribedPredicate.describe(
                "writing methods of classes that " + stores.getDescription(),
                call -> stores.test(call.getTargetOwner())
                        && !READS.matcher(call.getName()).matches());
    }

    private static DescribedPredicate<JavaClass> payload() {
        return DescribedPredicate.describe(
                "payloads",
                type -> type.getSimpleName().endsWith("Payload")
                        || type.getSimpleName().equals("Payloads")
                        || type.getEnclosingClass()
                                .map(JavaClass::getSimpleName)
                                .filter("Payloads"::equals)
                                .isPresent());
    }

    private static DescribedPredicate<JavaClass> annotated(String annotation) {
        return DescribedPredicate.describe("@" + annotation, type -> type.isAnnotatedWith(annotation));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        List<String> all = List.of(names);
        return DescribedPredicate.describe("are " + String.join(" or ", all), type -> all.contains(type.getName()));
    }
}
