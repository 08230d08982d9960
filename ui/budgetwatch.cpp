#include "ui/budgetwatch.h"

#include "app/core/async.h"
#include "app/finance/kinds.h"
#include "app/reports/budgetstatus.h"
#include "app/reports/watch.h"

namespace tokenledger {

BudgetWatch::BudgetWatch(Services& services, SessionController& controller, QObject* parent)
    : QObject(parent), m_services(services), m_controller(controller) {
    connect(&controller, &SessionController::opened, this, [this] {
        adoptYearStart();
        refresh();
    });
    connect(&controller, &SessionController::cacheChanged, this, [this] {
        if (!m_controller.isSyncing()) refresh();  // once at its end is enough
    });
    connect(&controller, &SessionController::syncFinished, this, [this] {
        refresh();
        tell();
    });
    connect(&controller, &SessionController::closed, this, [this] {
        ++m_generation;
        setProblems(0);
    });
}

bool BudgetWatch::canWrite() const {
    const Session* session = m_controller.session();
    return session != nullptr && session->kind() != Session::Kind::ReadOnly && !session->writeProblem();
}

void BudgetWatch::storeYearStart(int month) {
    if (!canWrite()) return;
    const auto store = [change = fiscalYearDefinition(month)](CacheWriter& writer, const Author& author) {
        return writer.storeDefinitions({change}, author);
    };
    whenDone(m_controller.session()->change(store), this, [](const Result<void>&) {});
}

void BudgetWatch::adoptYearStart() {
    const auto read = [](const CacheReader& reader) { return reader.definitions(definitionkind::FiscalYear); };
    whenDone(m_controller.session()->ask(read), this, [this](const Result<std::vector<Definition>>& definitions) {
        const auto month = definitions ? fiscalStartMonth(*definitions) : Result<int>(1);
        const bool isSaid = definitions && !definitions->empty() && month;
        m_controller.setYearStart(isSaid ? *month : m_services.settings.yearStart());
    });
}

void BudgetWatch::refresh() {
    if (m_controller.session() == nullptr) return;
    const int generation = ++m_generation;
    const UtcDay today = m_controller.today();
    const auto count = [today](const CacheReader& reader) -> Result<int> {
        const auto statuses = buildBudgetStatuses(reader, {today, today});
        if (!statuses) return failure(statuses.error());
        return static_cast<int>(std::count_if(
            statuses->rows.begin(), statuses->rows.end(),
            [](const BudgetStatus& status) { return status.state == BudgetState::Over || status.isHeadingOver(); }));
    };
    whenDone(m_controller.session()->ask(count), this, [this, generation](const Result<int>& problems) {
        if (generation == m_generation && problems) setProblems(*problems);
    });
}

void BudgetWatch::setProblems(int problems) {
    if (problems == m_problems) return;
    m_problems = problems;
    emit problemsChanged();
}

void BudgetWatch::tell() {
    // A notice that cannot be noted down would come with every sync.
    if (!m_services.notify || !m_services.settings.budgetNotices() || !canWrite()) return;
    const WatchRequest request{.today = m_controller.today(), .anomalies = false, .gaps = false};
    const auto watch = [request](const CacheReader& reader) { return buildWatch(reader, request); };
    whenDone(m_controller.session()->ask(watch), this, [this](const Result<std::vector<WatchFinding>>& findings) {
        if (!findings || m_controller.session() == nullptr) return;
        std::vector<WatchFinding> news;
        QStringList sentences;
        for (const WatchFinding& finding : *findings) {
            if (finding.wasTold || !finding.isJudged) continue;
            news.push_back(finding);
            sentences << finding.sentence;
        }
        if (news.empty()) return;
        m_services.notify(news.size() == 1 ? tr("A budget needs attention") : tr("Budgets need attention"),
                          sentences.join(u'\n'));
        const auto note = [changes = toldNotices(news)](CacheWriter& writer, const Author& author) {
            return writer.storeDefinitions(changes, author);
        };
        whenDone(m_controller.session()->change(note), this, [](const Result<void>&) {});
    });
}

}  // namespace tokenledger
