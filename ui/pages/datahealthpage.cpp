#include "ui/pages/datahealthpage.h"

#include "app/core/async.h"
#include "charts/completenessmap.h"
#include "charts/format.h"
#include "ui/dialogs/dialogs.h"
#include "ui/healthtexts.h"
#include "ui/models/audittable.h"
#include "ui/models/restatementtable.h"
#include "ui/pages/cachecard.h"
#include "ui/pages/completenesscard.h"
#include "ui/pages/synclogcard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/purgepopup.h"
#include "ui/widgets/textline.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>

namespace tokenledger {

namespace {

constexpr int LeastRowWidth = 900;
constexpr int LeastLogHeight = 260;
constexpr int ListHeight = 216;
constexpr int SideWidth = 380;
// Places in exports().
constexpr std::size_t LogExport = 1;
constexpr std::size_t RestatementExport = 2;
constexpr std::size_t AuditExport = 3;

}  // namespace

DataHealthPage::DataHealthPage(const Look& look, SessionController& controller, HealthController& health,
                               Dialogs& dialogs, QWidget* parent)
    : Page(look, controller, {"dataHealthPage", "dataHealthScroll", "healthNotice", "healthState", "healthSentence"},
           parent),
      m_health(health),
      m_dialogs(dialogs) {
    setHeader(buildHeader());
    column()->addWidget(m_map = new CompletenessCard(look, content()));
    m_lower = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lower->setSpacing(Gap);
    m_lower->addWidget(m_log = new SyncLogCard(look, content()), 1);
    m_lower->addWidget(m_cache = new CacheCard(look, content()));
    m_log->setMinimumHeight(LeastLogHeight);
    column()->addLayout(m_lower, 1);
    m_restatements = makeListCard(tr("Restatements"), "restatementCard", "restatementTable", RestatementExport);
    m_audit = makeListCard(tr("Audit log"), "auditCard", "auditTable", AuditExport);
    for (const ListCard& list : {m_restatements, m_audit}) column()->addWidget(list.card);
    connect(m_map, &CompletenessCard::fetchWanted, &controller, &SessionController::syncDays);
    connect(m_log, &SyncLogCard::orderWanted, &health, &HealthController::setOrder);
    connect(m_log, &SyncLogCard::exportRequested, this, [this] { exportOne(LogExport); });
    connectHealth();
}

std::vector<NamedReport> DataHealthPage::exports() const {
    const auto named = [this](const QString& title, const char* report) {
        NamedReport one{title, QLatin1String(report), {}, {}};
        one.request.report = QLatin1String(report);
        one.request.range = controller().range();
        return one;
    };
    std::vector<NamedReport> all{named(tr("Completeness"), "completeness"), named(tr("Sync log"), "sync-log"),
                                 named(tr("Restatements"), "restatements"), named(tr("Audit log"), "audit-log")};
    all.front().request.by = {Dimension::Dataset};
    return all;
}

void DataHealthPage::exportOne(std::size_t which) { emit exportRequested(exports().at(which)); }

DataHealthPage::ListCard DataHealthPage::makeListCard(const QString& title, const char* cardName, const char* tableName,
                                                      std::size_t place) {
    auto* card = new Card(look(), title, QLatin1String(cardName), content());
    auto* table = new DataTable(look(), QLatin1String(tableName), card);
    table->setAccessibleName(title);
    card->setContent(table);
    card->setFixedHeight(ListHeight);
    const auto addExport = [this, place](QMenu& menu) {
        connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
                [this, place] { exportOne(place); });
    };
    card->setMenuMaker(addExport);
    connect(table, &TableView::contextMenuWanted, this, addExport);
    card->hide();
    return {card, table, title};
}

QWidget* DataHealthPage::buildHeader() {
    auto* header = new QWidget(content());
    auto* row = makeTitleLine(tr("Data health"), header);
    m_verify = makeButton(tr("Verify"), "verify");
    m_verify->setIconName(QStringLiteral("shield"));
    m_backUp = makeButton(tr("Back up..."), "backUp");
    m_export = makeButton(tr("Export log..."), "exportLog");
    m_purge = makeButton(tr("Purge a range..."), "purge");
    for (Button* button : {m_verify, m_backUp, m_export, m_purge}) row->addWidget(button);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        if (m_health.task() == HealthController::Task::Verify) {
            m_health.stop();
        } else {
            m_health.verify();
        }
    });
    connect(m_backUp, &QPushButton::clicked, this, &DataHealthPage::backUp);
    connect(m_export, &QPushButton::clicked, this, [this] { exportOne(LogExport); });
    connect(m_purge, &QPushButton::clicked, this, &DataHealthPage::askForPurge);
    return header;
}

Button* DataHealthPage::makeButton(const QString& text, const char* name) {
    auto* button = new Button(look(), Button::Kind::Normal, text, content());
    button->setDense(true);
    button->setObjectName(QLatin1String(name));
    return button;
}

void DataHealthPage::connectHealth() {
    connect(&m_health, &HealthController::healthReady, this, &DataHealthPage::showHealth);
    connect(&m_health, &HealthController::healthFailed, this, [this](const Error& error) {
        setError(error);
        updateState();
    });
    connect(&m_health, &HealthController::logReady, this, [this] { m_log->setLog(m_health.log()); });
    connect(&m_health, &HealthController::restatementsReady, this, &DataHealthPage::showRestatements);
    connect(&m_health, &HealthController::auditReady, this, &DataHealthPage::showAudit);
    connect(&m_health, &HealthController::taskChanged, this, [this] {
        m_cache->setVerified(m_health);
        updateButtons();
    });
    connect(&m_health, &HealthController::verifiedChanged, this, [this] {
        m_cache->setVerified(m_health);
        updateNotice();
    });
    connect(&m_health, &HealthController::backupMade, this, [this](const QString& path) {
        m_cache->setStatus(controller().status(), m_health.backedUp());
        emit said(tr("Backed up to %1").arg(QFileInfo(path).fileName()));
    });
    connect(&m_health, &HealthController::purged, this,
            [this](const std::vector<StoredDays>& gone) { emit said(tr("Purged: %1").arg(storedInWords(gone))); });
    connect(&m_health, &HealthController::taskFailed, this, &DataHealthPage::tell);
    for (const auto signal : {&SessionController::statusChanged, &SessionController::syncChanged,
                              &SessionController::opened, &SessionController::syncFinished}) {
        connect(&controller(), signal, this, &DataHealthPage::updateState);
    }
    connect(&controller(), &SessionController::opening, this, [this] { m_map->setHealth(nullptr); });
}

void DataHealthPage::showHealth() {
    setError({});
    m_map->setHealth(m_health.health());
    sentence().setParts({{healthSentence(*m_health.health())}});
    m_cache->setStatus(m_health.health()->status, m_health.backedUp());
    updateState();
}

void DataHealthPage::showList(const ListCard& list, const std::shared_ptr<const Table>& report,
                              DisplayTable (*make)(const Table&), std::size_t most, const QString& about) {
    const std::size_t count = report ? report->rows.size() : 0;
    list.card->setVisible(count > 0);
    if (count == 0) return;
    list.table->setTable(make(*report), {});
    list.card->setTitle(list.title, count <= most ? about
                                                  : tr("the newest %1 of %2; an export has all of them")
                                                        .arg(formatCount(static_cast<std::int64_t>(most)),
                                                             formatCount(static_cast<std::int64_t>(count))));
}

void DataHealthPage::showRestatements() {
    const std::shared_ptr<const Table>& report = m_health.restatements();
    m_cache->setRestatements(report ? std::optional(static_cast<std::int64_t>(report->rows.size())) : std::nullopt);
    showList(m_restatements, report, restatementTable, MostRestatements,
             tr("final days that changed later; every page shows the later value"));
}

void DataHealthPage::showAudit() {
    showList(m_audit, m_health.audit(), auditTable, MostAuditEntries,
             tr("who did what with these figures; Verify checks that no line was changed"));
}

void DataHealthPage::updateState() {
    updateNotice();
    updateButtons();
    const bool hasPicture = m_health.health() != nullptr;
    showCardsOrState(hasPicture, hasPicture);
}

void DataHealthPage::updateNotice() {
    if (m_health.verified() && !m_health.verified()->findings.empty()) {
        QStringList lines;
        for (const VerifyFinding& finding : m_health.verified()->findings) {
            lines.append(finding.check + QStringLiteral(": ") + finding.message);
        }
        const bool can = controller().canSetOpenAside();
        setNotice({{Notice::Kind::Bad, QStringLiteral("error"), tr("The cache is not sound."),
                    tr("Put a good copy in its place, or set it aside and sync again."),
                    can ? tr("Start afresh...") : QString(), lines.join(QLatin1Char('\n'))},
                   can ? HelpAction::StartAfresh : HelpAction::None});
        return;
    }
    // What concerns only the Overview's figures is not said here.
    const NoticeChoice choice = usualNotice();
    setNotice(choice.action != HelpAction::ClearKeyFilter ? choice : NoticeChoice{{}, choice.action});
}

void DataHealthPage::updateButtons() {
    using Task = HealthController::Task;
    const Task task = m_health.task();
    const QString busy = task == Task::None ? QString() : tr("Something else is being done with the cache.");
    m_verify->setText(task == Task::Verify ? tr("Stop") : tr("Verify"));
    m_verify->setEnabled(busy.isEmpty() || task == Task::Verify);
    m_verify->setToolTip(task == Task::Verify ? tr("Stop checking")
                                              : tr("Check the file, and every stored sum against its rows"));
    m_backUp->setEnabled(busy.isEmpty());
    m_backUp->setToolTip(busy.isEmpty() ? tr("Copy the cache into a file; a sync may go on meanwhile") : busy);
    m_export->setToolTip(tr("Save every request as CSV"));
    const QString why = m_health.whyNotWritable();
    m_purge->setEnabled(busy.isEmpty() && why.isEmpty());
    m_purge->setToolTip(!why.isEmpty() ? why : !busy.isEmpty() ? busy : tr("Take days out of the cache"));
    const bool syncs = controller().canSync();
    m_map->setFetchBlocked(controller().isSyncing()    ? tr("A sync is under way.")
                           : syncs                     ? QString()
                           : controller().keyProblem() ? controller().keyProblem()->message
                                                       : m_health.whyNotWritable());
}

void DataHealthPage::backUp() {
    const QFileInfo cache(controller().session()->cachePath());
    const QString suggested =
        tr("%1-backup-%2.tokenledger").arg(cache.completeBaseName(), controller().today().toIso());
    m_dialogs.saveFile(window(), {tr("Back up the cache"), tr("Tokenledger caches (*.tokenledger)"), suggested},
                       [this](const QString& path) {
                           if (!path.isEmpty()) m_health.backUp(path);
                       });
}

void DataHealthPage::askForPurge() {
    if (!m_health.health()) return;
    std::vector<Dataset> datasets;
    for (const DatasetDays& one : m_health.health()->datasets) datasets.push_back(one.dataset);
    auto* popup = new PurgePopup(look(), controller().range(), controller().today(), datasets, m_purge);
    const auto count = [this, popup] {
        const auto choice = popup->choice();
        if (!choice || controller().session() == nullptr) return;
        whenDone(controller().session()->storedDays(choice->range, choice->datasets), popup,
                 [popup, choice](const Result<std::vector<StoredDays>>& stored) {
                     if (stored) popup->setStored(*choice, *stored);
                 });
    };
    connect(popup, &PurgePopup::choiceChanged, this, count);
    connect(popup, &PurgePopup::purgeClicked, this,
            [this](const PurgePopup::Choice& choice, const std::vector<StoredDays>& stored) {
                confirmPurge(choice.range, choice.datasets, stored);
            });
    count();
    popup->showBelow();
}

void DataHealthPage::confirmPurge(const DateRange& range, const std::vector<Dataset>& datasets,
                                  const std::vector<StoredDays>& stored) {
    m_dialogs.show(
        window(),
        {tr("Purge a range"),
         tr("Take %1 out of the cache?").arg(formatRange(range)),
         tr("%1.\n\nThese days will be missing on every page. A sync fetches them again as long as the server "
            "has them and they lie in its range. The request log notes the purge.")
             .arg(storedInWords(stored)),
         {},
         {tr("Keep them"), tr("Purge")},
         0},
        [this, range, datasets](int answer) {
            if (answer == 1) m_health.purge(range, datasets);
        });
}

void DataHealthPage::tell(HealthController::Task task, const Error& error) {
    if (error.kind == ErrorKind::Cancelled) return;
    using Task = HealthController::Task;
    const QString text = task == Task::BackUp   ? tr("The backup was not made.")
                         : task == Task::Verify ? tr("The cache could not be checked.")
                                                : tr("Nothing was purged.");
    m_dialogs.show(window(), {tr("Data health"), text, error.message, error.detail, {}}, [](int) {});
}

void DataHealthPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void DataHealthPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_health.setActive(true);
    updateState();
}

void DataHealthPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_health.setActive(false);
}

void DataHealthPage::arrange() {
    const int room = width() - 2 * Padding;
    const bool stacked = room < LeastRowWidth;
    m_export->setVisible(!stacked);  // the log's own menu has it too
    m_lower->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_cache->setMinimumWidth(stacked ? 0 : SideWidth);
    m_cache->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : SideWidth);
}

}  // namespace tokenledger
