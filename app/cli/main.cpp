// tokenledger-cli: the same figures as the window, for scripts and for machines without a display.
#include "app/cli/commandline.h"
#include "app/cli/logfile.h"
#include "app/setupoptions.h"

#include <QCoreApplication>
#include <QTimer>

using namespace tokenledger;
using namespace tokenledger::cli;

namespace {

Result<const Command*> readCommand(const QCommandLineParser& options) {
    const QStringList arguments = options.positionalArguments();
    if (arguments.isEmpty()) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("Say what to do: sync, report, status, verify or key. See --help."));
    }
    const Command* command = findCommand(arguments.front());
    if (command == nullptr) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("There is no command \"%1\". There are: sync, report, status, verify, key.")
                           .arg(arguments.front()));
    }
    for (const QString& option : options.optionNames()) {
        if (!commonOptions().contains(option) && !command->options.contains(option)) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral("%1 does not take --%2. See tokenledger-cli %1 --help.").arg(command->name, option));
        }
    }
    return command;
}

}  // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tokenledger"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENLEDGER_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const auto exitWith = [](ExitCode code) { return static_cast<int>(code); };

    QCommandLineParser parser;
    addOptions(parser);
    const auto refuse = [&err, &exitWith](const Error& error) {
        err << "tokenledger-cli: " << error.message << Qt::endl;
        return exitWith(exitCodeOf(error.kind));
    };
    if (!parser.parse(QCoreApplication::arguments())) {
        return refuse({ErrorKind::Usage, parser.errorText() + QStringLiteral(" See tokenledger-cli --help."), {}});
    }
    if (parser.isSet(QStringLiteral("version"))) {
        out << "tokenledger-cli " << TOKENLEDGER_VERSION << Qt::endl;
        return exitWith(ExitCode::Done);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        const QStringList arguments = parser.positionalArguments();
        out << helpText(parser, arguments.isEmpty() ? nullptr : findCommand(arguments.front()));
        out.flush();
        return exitWith(ExitCode::Done);
    }
    const auto command = readCommand(parser);
    if (!command) return refuse(command.error());
    const auto setup = readSetup(parser);
    if (!setup) return refuse(setup.error());
    if (const auto log = installLog(parser.value(QStringLiteral("log"))); !log) return refuse(log.error());

    const Composition composition(*setup);
    QObject owner;  // goes before the composition that its children use
    const Context context{parser, composition, parser.positionalArguments().mid(1), out, err, owner, [](ExitCode code) {
                              QCoreApplication::exit(static_cast<int>(code));
                          }};
    // Inside the event loop, so that finish() always finds one to end.
    QTimer::singleShot(0, &application, [&] {
        if (const Outcome outcome = (*command)->run(context)) context.finish(*outcome);
    });
    return QCoreApplication::exec();
}
