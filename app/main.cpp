// tokenledger: the window.
#include "app/chartexport.h"
#include "app/guiservices.h"
#include "app/setupoptions.h"
#include "ui/dialogs/widgetdialogs.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QTextStream>

#include <cstdio>

using namespace tokenledger;

namespace {

// The command-line program's codes for the same errors.
constexpr int ExitUsage = 2;
constexpr int ExitCache = 5;

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

int exportCharts(const Services& services, const Setup& setup, const QString& folder) {
    QTextStream out(stdout);
    QTextStream err(stderr);
    ChartExport charts(setup.sample ? services.openSample() : services.openLive(SecretBuffer(), false), folder);
    QObject::connect(&charts, &ChartExport::finished, &charts, [&](const Result<QStringList>& files) {
        if (!files) {
            err << "tokenledger: " << files.error().message << Qt::endl;
            QCoreApplication::exit(files.error().kind == ErrorKind::Usage ? ExitUsage : ExitCache);
            return;
        }
        for (const QString& file : *files) out << file << '\n';
        out.flush();
        QCoreApplication::exit(0);
    });
    charts.start();
    return QCoreApplication::exec();
}

}  // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tokenledger"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tokenledger"));
    QApplication::setApplicationVersion(QStringLiteral(TOKENLEDGER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tokenledger.Tokenledger"));
    QApplication::setWindowIcon(Look::applicationIcon());

    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const auto refuse = [](const Error& error) {
        QTextStream(stderr) << "tokenledger: " << error.message << Qt::endl;
        return ExitUsage;
    };
    const auto setup = readSetup(parser);
    if (!setup) return refuse(setup.error());
    const auto theme = themeOption(parser);
    if (!theme) return refuse(theme.error());

    const Composition composition(*setup);
    WidgetDialogs dialogs;
    Settings settings;
    Services services = makeServices(composition, dialogs, settings);
    if (parser.isSet(QStringLiteral("export-charts"))) {
        return exportCharts(services, *setup, parser.value(QStringLiteral("export-charts")));
    }

    Look look(theme->value_or(settings.theme()));
    MainWindow window(services, look);
    if (setup->sample) {
        window.openSample();
    } else if (!parser.positionalArguments().isEmpty()) {
        window.openFile(parser.positionalArguments().front());
    } else {
        window.start();
    }
    window.show();
    return QApplication::exec();
}
