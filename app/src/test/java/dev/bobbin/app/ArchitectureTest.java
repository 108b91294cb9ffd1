package dev.bobbin.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.bobbin.app.fx.LimitedField;
import java.util.concurrent.Executor;
import javafx.scene.control.TextField;

@AnalyzeClasses(packages = "dev.bobbin.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule viewModelsNeedNoToolkit = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .resideInAPackage("..workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "org.fxmisc..")
            .because("view models are tested without a toolkit and never touch a control");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().matching(
                    "dev.bobbin.app.(functions|check|editor|form|bindings|connections|data|libraries|run|batch|result|logs|history|changes|serve|welcome)..")
            .should()
            .notDependOnEachOther()
            .because("features share the workspace model, so that each can be changed, and removed, alone");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.bobbin.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package in two");

    @ArchTest
    static final ArchRule onlyTheTaskRunnerCrossesThreads = noClasses()
            .that()
            .resideOutsideOfPackages("dev.bobbin.app", "dev.bobbin.app.fx")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .because("there is one way off the FX thread and back, and tests replace it");

    @ArchTest
    static final ArchRule viewsAskNoServices = noClasses()
            .that()
            .haveNameMatching(".*(View|Pane|Bar|Cell|Window|Tabs|Badge)")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "dev\\.bobbin\\.emulator\\.(Emulator|invoke\\.Invoker|item\\.Item(Reader|Writer|Watcher|Template))")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .because("a view shows what its view model holds; reading and running is not its business");

    @ArchTest
    static final ArchRule onlyServicesPutTheEmulatorTogether = noClasses()
            .that()
            .resideOutsideOfPackage("dev.bobbin.app.services")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.bobbin.emulator.Emulator")
            .because("everything else works against ports that tests can stand in for");

    @ArchTest
    static final ArchRule everyTextFieldIsLimited = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(LimitedField.class.getName())
            .should()
            .callConstructor(TextField.class)
            .orShould()
            .callConstructor(TextField.class, String.class)
            .because("a megabyte pasted into a plain text field holds up the window for good");

    @ArchTest
    static final ArchRule onlyMainPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.bobbin.app.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("nobody reads a window's standard output");
}
