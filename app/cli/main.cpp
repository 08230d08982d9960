// tokenledger-cli: the same figures as the window, for scripts and for machines without a display.
#include "app/cli/commandline.h"
#include "app/cli/logfile.h"
#include "app/setupoptions.h"

#include <QCoreApplication>
#include <QTimer>

using namespace tokenledger;
using namespace tokenledger::cli;

namespace {

QString commandNames() {
    QStringList names;
    for (const Command& command : commands()) names.append(command.name);
    return names.join(QStringLiteral(", "));
}

Result<const Command*> readCommand(const QCommandLineParser& options) {
    const QStringList arguments = options.positionalArguments();
    if (arguments.isEmpty()) {
        return failure(ErrorKind::Usage, QStringLiteral("Say what to do: %1. See --help.").arg(commandNames()));
    }
    const Command* command = findCommand(arguments.front());
    if (command == nullptr) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("There is no command \"%1\". There are: %2.").arg(arguments.front(), commandNames()));
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

/// A result that did not arrive is an error like a full disk, whatever the command says itself.
int ended(const Output& out, Output& err, int code) {
    if (out.trouble().isEmpty()) return code;
    const ExitCode lost = complain(
        err, {ErrorKind::Cache,
              QStringLiteral("The result could not be written to standard output. Check where it goes, free some space "
                             "if that is a full disk, and run the command again."),
              out.trouble()});
    return code == static_cast<int>(ExitCode::Done) ? static_cast<int>(lost) : code;
}

}  // namespace

int main(int argc, char* argv[]) {
    keepStandardStreamsApart();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tokenledger"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOKENLEDGER_VERSION));
    Output out(stdout);
    Output err(stderr);

    QCommandLineParser parser;
    addOptions(parser);
    const auto refuse = [&err](const Error& error) { return static_cast<int>(complain(err, error)); };
    if (!parser.parse(QCoreApplication::arguments())) {
        return refuse({ErrorKind::Usage, parser.errorText() + QStringLiteral(" See tokenledger-cli --help."), {}});
    }
    if (parser.isSet(QStringLiteral("version"))) {
        out.line(QStringLiteral("tokenledger-cli " TOKENLEDGER_VERSION));
        return ended(out, err, 0);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        const QStringList arguments = parser.positionalArguments();
        out.exact(helpText(parser, arguments.isEmpty() ? nullptr : findCommand(arguments.front())).toUtf8());
        return ended(out, err, 0);
    }
    const auto command = readCommand(parser);
    if (!command) return refuse(command.error());
    const auto setup = readSetup(parser);
    if (!setup) return refuse(setup.error());
    const Composition composition(*setup);
    if (parser.isSet(QStringLiteral("log")) && parser.value(QStringLiteral("log")).isEmpty()) {
        return refuse({ErrorKind::Usage, QStringLiteral("--log takes the path of a file."), {}});
    }
    const auto log = installLog(parser.value(QStringLiteral("log")),
                                {composition.cachePath(), parser.value(QStringLiteral("key-file"))});
    if (!log) return refuse(log.error());

    QObject owner;  // goes before the composition that its children use
    const Context context{parser, composition, parser.positionalArguments().mid(1), out, err, owner, [](ExitCode code) {
                              QCoreApplication::exit(static_cast<int>(code));
                          }};
    // Inside the event loop, so that finish() always finds one to end.
    QTimer::singleShot(0, &application, [&] {
        if (const Outcome outcome = (*command)->run(context)) context.finish(*outcome);
    });
    return ended(out, err, QCoreApplication::exec());
}
