#include "ui/budgetscontroller.h"

#include "app/finance/anomalynote.h"
#include "app/finance/kinds.h"
#include "app/reports/allocationdefinitions.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace tokenledger {

namespace {

/// The one value that is called or identified so.
Result<QString> valueOf(const CacheReader& reader, BudgetScope scope, const QString& name) {
    if (scope == BudgetScope::Team) {
        const auto teams = readTeams(reader);
        if (!teams) return failure(teams.error());
        if (teams->find(name) != 0) return name;
        return failure(ErrorKind::Usage, BudgetsController::tr("This cache knows no \"%1\".").arg(name));
    }
    const Dimension dimension = *dimensionFromName(scopeName(scope));
    const auto terms = reader.findTerms(dimension, name);
    if (!terms) return failure(terms.error());
    if (terms->size() == 1) return reader.text(terms->front());
    return failure(ErrorKind::Usage,
                   terms->empty() ? BudgetsController::tr("This cache knows no \"%1\".").arg(name)
                                  : BudgetsController::tr("Several are called \"%1\"; name one by its id.").arg(name));
}

Result<BudgetImport> readImport(const CacheReader& reader, const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Usage, BudgetsController::tr("The file cannot be read."), file.errorString());
    }
    auto read = readBudgetFile(
        file, [&reader](BudgetScope scope, const QString& name) { return valueOf(reader, scope, name); });
    if (!read) return failure(read.error());
    file.seek(0);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return BudgetImport{QFileInfo(path).fileName(), QString::fromLatin1(hash.result().toHex()), *std::move(read)};
}

}  // namespace

BudgetsController::BudgetsController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

QString BudgetsController::whyNotWritable() const {
    Session* session = controller().session();
    if (session == nullptr) return tr("No cache is open.");
    if (session->kind() == Session::Kind::ReadOnly) return tr("This cache is open read-only.");
    if (session->writeProblem()) return session->writeProblem()->message;
    return {};
}

QFuture<Result<BudgetView>> BudgetsController::read(const DateRange& asked) {
    return controller().session()->ask([asked](const CacheReader& reader) { return buildBudgetView(reader, asked); });
}

void BudgetsController::save(const Budget& budget, const QString& before) {
    std::vector<DefinitionChange> changes{toDefinition(budget)};
    // Where nobody said so for this organization, years begin as the preferences say.
    const bool isSaid = hasPicture() && picture()->budgets.hasFiscalYear;
    if (!isSaid && controller().yearStart() != 1) changes.push_back(fiscalYearDefinition(controller().yearStart()));
    if (!before.isEmpty() && before != budget.name) changes.push_back({definitionkind::Budget, before, {}});
    apply(std::move(changes), tr("The budget \"%1\" is saved").arg(budget.name));
}

void BudgetsController::remove(const QString& name) {
    apply({{definitionkind::Budget, name, {}}}, tr("The budget \"%1\" is removed").arg(name));
}

void BudgetsController::acknowledge(const StandOutDay& day, const QString& note) {
    apply({toDefinition(AnomalyNote{day.figures.day, day.dimension, day.value.id, note})},
          tr("The day is acknowledged"));
}

void BudgetsController::store(const BudgetImport& import) {
    std::vector<DefinitionChange> changes;
    for (const Budget& budget : import.file.budgets) changes.push_back(toDefinition(budget));
    apply(std::move(changes), tr("%1 budgets are imported").arg(import.file.budgets.size()), import);
}

void BudgetsController::readFile(const QString& path) {
    if (controller().session() == nullptr) return;
    whenDone(controller().session()->ask([path](const CacheReader& reader) { return readImport(reader, path); }), this,
             [this](const Result<BudgetImport>& import) {
                 if (import) {
                     emit importRead(*import);
                 } else {
                     emit changeFailed(import.error());
                 }
             });
}

void BudgetsController::apply(std::vector<DefinitionChange> changes, const QString& sentence,
                              const std::optional<BudgetImport>& import) {
    if (!whyNotWritable().isEmpty()) return;
    auto done = controller().session()->change([changes = std::move(changes), import](
                                                   CacheWriter& writer, const Author& author) -> Result<void> {
        if (auto stored = writer.storeDefinitions(changes, author); !stored) return stored;
        if (!import) return {};
        const QString what = QStringLiteral("%1 budgets.").arg(import->file.budgets.size());
        return writer.recordAudit({0, author, QStringLiteral("import"), import->fileName, what, import->sha256, {}});
    });
    whenDone(done, this, [this, sentence](const Result<void>& result) {
        if (result) {
            emit changed(sentence);
        } else {
            emit changeFailed(result.error());
        }
    });
}

}  // namespace tokenledger
