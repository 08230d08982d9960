// tokenledger: the window.
#include "app/api/proxyurl.h"
#include "app/chartexport.h"
#include "app/exitcode.h"
#include "app/export/harmlesstext.h"
#include "app/guiservices.h"
#include "app/pdfexport.h"
#include "app/setupoptions.h"
#include "ui/dialogs/widgetdialogs.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace tokenledger;

namespace {

void say(const QString& sentence, const QString& detail = {}) {
    QTextStream err(stderr);
    err << "tokenledger: " << harmless(sentence) << Qt::endl;
    if (!detail.isEmpty()) err << "  details: " << harmless(detail.simplified()) << Qt::endl;
}

int complain(const Error& error) {
    say(error.message, error.detail);
    return static_cast<int>(exitCodeOf(error.kind));
}

bool isGiven(int argc, char* argv[], std::initializer_list<const char*> options) {
    return std::any_of(argv + 1, argv + argc, [&options](const char* argument) {
        return std::any_of(options.begin(), options.end(), [argument](const char* option) {
            const std::string_view given(argument);
            return given == option || given.starts_with(option + std::string("="));
        });
    });
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("What an organization spends on the Claude API, from a local cache."));
    parser.addHelpOption();
    parser.addVersionOption();
    addSetupOptions(parser);
    parser.addOption({QStringLiteral("theme"), QStringLiteral("system, light or dark."), QStringLiteral("THEME")});
    parser.addOption(
        {QStringLiteral("export-charts"),
         QStringLiteral("Write the three charts of the last 30 days as PNG files into this folder, and end."),
         QStringLiteral("DIR")});
    addPdfOptions(parser);
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A cache file to open read-only."),
                                 QStringLiteral("[FILE]"));
}

Result<std::optional<ThemeChoice>> themeOption(const QCommandLineParser& parser) {
    const QString name = QStringLiteral("theme");
    if (!parser.isSet(name)) return std::optional<ThemeChoice>();
    const QString value = parser.value(name);
    if (value == QLatin1String("system")) return ThemeChoice::System;
    if (value == QLatin1String("light")) return ThemeChoice::Light;
    if (value == QLatin1String("dark")) return ThemeChoice::Dark;
    return failure(ErrorKind::Usage, QStringLiteral("--theme takes system, light or dark; not \"%1\".").arg(value));
}

/// What the options choose to open.
enum class Chosen { Nothing, Sample, File, Profile };

Result<Chosen> chosen(const QCommandLineParser& parser) {
    const bool sample = parser.isSet(QStringLiteral("sample"));
    const bool cache = parser.isSet(QStringLiteral("cache"));
    const qsizetype files = parser.positionalArguments().size();
    if (files > 1) return failure(ErrorKind::Usage, QStringLiteral("Name one cache file to open, not several."));
    if (files == 1 && (sample || cache)) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("A FILE is opened read-only, without --sample or --cache; leave one of them out."));
    }
    if (files == 1) return Chosen::File;
    if (sample) return Chosen::Sample;
    return cache || parser.isSet(QStringLiteral("profile")) ? Chosen::Profile : Chosen::Nothing;
}

void useProxyOf(const Settings& settings, const Composition& composition) {
    if (settings.proxy().isEmpty()) return;
    const auto proxy = checkProxyUrl(settings.proxy());
    if (proxy) return composition.setProxy(*proxy);
    say(QStringLiteral("The proxy of the settings is not used. ") + proxy.error().message);
}

int sayExported(const QStringList& files, const std::optional<SyncSummary>& synced) {
    QTextStream out(stdout);
    for (const QString& file : files) out << harmless(file) << '\n';
    out.flush();
    if (out.status() != QTextStream::Ok || std::fflush(stdout) != 0) {
        return complain({ErrorKind::Cache,
                         QStringLiteral("The charts are written, but standard output did not take their names. Check "
                                        "where it goes."),
                         {}});
    }
    const ExitCode code = synced ? exitCodeOf(*synced) : ExitCode::Done;
    if (code != ExitCode::Done) {
        say(QStringLiteral("Not everything could be fetched; the charts show what is there. ") +
            (synced->stoppedBy ? synced->stoppedBy->message : synced->failed.front().error));
    }
    return static_cast<int>(code);
}

int exportCharts(std::unique_ptr<Session> session, const QString& folder) {
    ChartExport charts(std::move(session), folder);
    QObject::connect(&charts, &ChartExport::finished, &charts, [&charts](const Result<QStringList>& files) {
        QCoreApplication::exit(files ? sayExported(*files, charts.synced()) : complain(files.error()));
    });
    charts.start();
    return QCoreApplication::exec();
}

/// Ends the program when help or the version is asked for.
void answer(QCommandLineParser& parser) {
    if (parser.isSet(QStringLiteral("version"))) parser.showVersion();
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all"))) parser.showHelp();
}

/// The window system takes options of its own; with one of these among them, the answer waits until it has.
void answerWithoutDisplay(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    if (parser.parse(QCoreApplication::arguments())) answer(parser);
}

}  // namespace

int main(int argc, char* argv[]) {
    QCoreApplication::setApplicationName(QStringLiteral("tokenledger"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENLEDGER_VERSION));
    // Help and version need no display, so they come before the window system does.
    if (isGiven(argc, argv, {"--help", "-h", "--help-all", "--version", "-v"})) answerWithoutDisplay(argc, argv);
    // Charts on a disk look the same everywhere, and on a machine without a display they are to be had, too.
    const bool exports = isGiven(argc, argv, {"--export-charts", "--management-report"});
    if (exports && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");

    // A PDF file has its fonts in the order of a hash: the same report is to be the same bytes.
    if (exports) QHashSeed::setDeterministicGlobalSeed();

    // The log of requests is for tokenledger-cli --log; QT_LOGGING_RULES can still ask for it here.
    QLoggingCategory::setFilterRules(QStringLiteral("tokenledger.*.info=false\ntokenledger.*.debug=false"));

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Tokenledger"));
    QApplication::setDesktopFileName(QStringLiteral("org.tokenledger.Tokenledger"));
    QApplication::setWindowIcon(Look::applicationIcon());

    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        return complain({ErrorKind::Usage, parser.errorText() + QStringLiteral(" See tokenledger --help."), {}});
    }
    answer(parser);
    const auto setup = readSetup(parser);
    if (!setup) return complain(setup.error());
    const auto theme = themeOption(parser);
    if (!theme) return complain(theme.error());
    const auto what = chosen(parser);
    if (!what) return complain(what.error());

    const Composition composition(*setup);
    WidgetDialogs dialogs;
    Settings settings;
    useProxyOf(settings, composition);
    Services services = makeServices(composition, dialogs, settings);
    const QString file = *what == Chosen::File ? parser.positionalArguments().front() : composition.cachePath();
    if (parser.isSet(QStringLiteral("export-charts"))) {
        if (composition.priceProblem()) say(composition.priceProblem()->message);
        return exportCharts(*what == Chosen::Sample ? services.openSample() : services.openFile(file),
                            parser.value(QStringLiteral("export-charts")));
    }

    const Translation translation(settings.language());
    QLocale::setDefault(figuresLocale(settings.figures(), settings.language()));
    setTableTokens(settings.tableTokens());
    if (wantsPdf(parser)) {
        const auto written = exportPdf(parser, composition);
        return written ? static_cast<int>(ExitCode::Done) : complain(written.error());
    }

    // A window that was told what to open says nothing about what to open the next time.
    services.remembersOpened = *what == Chosen::Nothing;
    Look look(theme->value_or(settings.theme()));
    MainWindow window(services, look);
    switch (*what) {
        case Chosen::Sample:
            window.openSample();
            break;
        case Chosen::File:
            window.openFile(file);
            break;
        case Chosen::Profile:
            if (composition.profiles().hasCache(services.profile))
                window.openLive(services.profile);  // else the first run
            break;
        case Chosen::Nothing:
            window.start();
            break;
    }
    window.show();
    return QApplication::exec();
}
