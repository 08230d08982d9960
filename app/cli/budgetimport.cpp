// budget import: all budgets of a file, or none.
#include "app/cli/budgetcommands.h"
#include "app/cli/cachetable.h"
#include "app/finance/budgetfile.h"
#include "storage/ledgerwriter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace tokenledger::cli {

namespace {

void preview(const Context& context, const BudgetFile& file) {
    for (const Budget& budget : file.budgets) {
        const QString of = budget.scope == BudgetScope::Organization ? QString() : u' ' + budget.value;
        context.out.line(QStringLiteral("%1: %2%3, $%4 a %5")
                             .arg(budget.name, scopeName(budget.scope), of, toExactString(budget.amount),
                                  budgetPeriodName(budget.period)));
    }
    for (const QString& problem : file.problems) context.err.line(problem);
}

Result<void> store(const Context& context, const BudgetFile& file, const QString& path, const QByteArray& bytes) {
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    std::vector<DefinitionChange> changes;
    for (const Budget& budget : file.budgets) changes.push_back(toDefinition(budget));
    const Author author = context.composition.author();
    if (auto stored = writer->storeDefinitions(changes, author); !stored) return stored;
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return writer->recordAudit({0,
                                author,
                                QStringLiteral("import"),
                                QFileInfo(path).fileName(),
                                QStringLiteral("%1 budgets.").arg(file.budgets.size()),
                                sha256,
                                {}});
}

}  // namespace

Outcome importBudgets(const Context& context) {
    if (context.arguments.size() != 2) {
        return context.complain({ErrorKind::Usage, QStringLiteral("budget import takes one CSV file."), {}});
    }
    const QString& path = context.arguments[1];
    if (const QFileInfo info(path); info.exists() && !info.isFile()) {
        return context.complain({ErrorKind::Usage, QStringLiteral("%1 is not a regular file.").arg(path), {}});
    }
    QFile input(path);
    if (!input.open(QIODevice::ReadOnly)) {
        return context.complain(
            {ErrorKind::Usage, QStringLiteral("The file %1 cannot be read. Check its path and your rights.").arg(path),
             input.errorString()});
    }
    const auto valueOf = [&context](BudgetScope scope, const QString& name) -> Result<QString> {
        if (scope == BudgetScope::Team) return teamOfBudget(context, name);
        return oneValue(context, *dimensionFromName(scopeName(scope)), name);
    };
    const auto file = readBudgetFile(input, valueOf);
    if (!file) return context.complain(file.error());
    preview(context, *file);
    if (!file->problems.isEmpty()) {
        return context.complain({ErrorKind::Usage, QStringLiteral("Nothing was imported: see the lines above."), {}});
    }
    if (context.options.isSet(QStringLiteral("dry-run"))) {
        context.err.line(QStringLiteral("Nothing was imported: this was a dry run."));
        return ExitCode::Done;
    }
    input.seek(0);
    if (const auto stored = store(context, *file, path, input.readAll()); !stored) {
        return context.complain(stored.error());
    }
    context.err.line(QStringLiteral("Imported %1 budgets.").arg(file->budgets.size()));
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
