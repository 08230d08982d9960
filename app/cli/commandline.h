// The command line's vocabulary: options, commands, and the context that every command gets.
#pragma once

#include "app/cli/output.h"
#include "app/composition.h"
#include "app/core/dimension.h"
#include "app/core/period.h"
#include "app/exitcode.h"

#include <QCommandLineParser>

#include <functional>
#include <optional>

namespace tokenledger::cli {

/// Says the error in plain words on err; gives its exit code.
ExitCode complain(Output& err, const Error& error);

/// Results go to out, everything else to err. `finish` ends a command that needs the event loop.
struct Context {
    const QCommandLineParser& options;
    const Composition& composition;
    QStringList arguments;  // after the command's name
    Output& out;
    Output& err;
    QObject& owner;  // parent of what must live until the program ends its event loop
    std::function<void(ExitCode)> finish;

    ExitCode complain(const Error& error) const { return cli::complain(err, error); }
    /// Error Usage when the command takes no argument and got one.
    [[nodiscard]] Result<void> checkNoArguments(const QString& command) const;
};

/// Done at once, or nothing: finish() will be called from the event loop.
using Outcome = std::optional<ExitCode>;

struct Command {
    QString name;
    QString usage;
    QString summary;
    QStringList options;  // besides the common ones
    std::function<Outcome(const Context&)> run;
};

[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const Command* findCommand(QStringView name);
[[nodiscard]] const QStringList& commonOptions();

/// Every option of every command; which of them a command takes is checked apart.
void addOptions(QCommandLineParser& parser);
[[nodiscard]] QString helpText(const QCommandLineParser& parser, const Command* command);

/// The value of a day option; Error Usage names the option. Nothing when the option is not set.
[[nodiscard]] Result<std::optional<UtcDay>> dayOption(const QCommandLineParser& options, const QString& name);
/// The option's value, or the first allowed one when it is not set; Error Usage lists what is allowed.
[[nodiscard]] Result<QString> choiceOption(const QCommandLineParser& options, const QString& name,
                                           const QStringList& allowed);

/// The dimensions of --by; none when it is not set. Error Usage for one that there is not.
[[nodiscard]] Result<std::vector<Dimension>> dimensionsOption(const QCommandLineParser& options);

Outcome runSync(const Context& context);
Outcome runReport(const Context& context);
Outcome runStatus(const Context& context);
Outcome runVerify(const Context& context);
Outcome runBackup(const Context& context);
Outcome runPurge(const Context& context);
Outcome runSetAside(const Context& context);
Outcome runKey(const Context& context);

}  // namespace tokenledger::cli
