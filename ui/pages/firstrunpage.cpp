#include "ui/pages/firstrunpage.h"

#include "ui/pages/howfarstep.h"
#include "ui/pages/keyteststep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/steplist.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int PanelWidth = 928;
constexpr int PanelHeight = 540;
enum Step { WhichKey, PasteAndTest, HowFar };

QLabel* makeText(const QString& text, const QString& role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setProperty("role", role);
    return label;
}

}  // namespace

FirstRunPage::FirstRunPage(const Look& look, Services& services, QWidget* parent)
    : QWidget(parent), m_services(services) {
    setObjectName(QStringLiteral("firstRunPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* content = new QWidget(scroll);
    auto* middle = new QVBoxLayout(content);
    middle->setContentsMargins(16, 24, 16, 24);
    auto* column = new QWidget(content);
    column->setMaximumWidth(PanelWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_title = new QLabel(column);
    m_title->setObjectName(QStringLiteral("firstRunTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(Look::font(TextStyle::TileFigure));
    rows->addWidget(m_title);
    rows->addSpacing(4);
    rows->addWidget(makeText(tr("Tokenledger reads what your organization spends on the Claude API. It only reads; it "
                                "cannot change anything or call a model."),
                             QStringLiteral("muted"), column));
    rows->addSpacing(18);
    rows->addWidget(buildPanel(look));
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 1000);
    centred->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(centred);
    middle->addStretch(3);
    scroll->setWidget(content);
    restart({}, false);
}

QWidget* FirstRunPage::buildPanel(const Look& look) {
    auto* panel = new QFrame(this);
    panel->setProperty("role", QStringLiteral("card"));
    panel->setMinimumHeight(PanelHeight);
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(buildLeft(look));
    row->addWidget(buildRight(look), 1);
    return panel;
}

QWidget* FirstRunPage::buildLeft(const Look& look) {
    auto* left = new QFrame(this);
    left->setProperty("role", QStringLiteral("steps"));
    left->setFixedWidth(244);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(20, 24, 20, 24);
    column->setSpacing(8);
    m_steps = new StepList(look,
                           {{tr("Which key"), tr("Admin key, from the Console")},
                            {tr("Paste and test"), tr("Saved only when it works")},
                            {tr("How far back"), tr("31 days, 12 months or more")}},
                           left);
    m_steps->setObjectName(QStringLiteral("steps"));
    column->addWidget(m_steps);
    column->addStretch(1);
    column->addWidget(makeRule(Qt::Horizontal, left));
    column->addSpacing(6);
    auto* label = makeText(tr("No key at hand?"), QStringLiteral("muted"), left);
    label->setFont(Look::font(TextStyle::Small));
    column->addWidget(label);
    auto* sample = new Button(look, Button::Kind::Normal, tr("Explore the sample organization"), left);
    sample->setDense(true);
    sample->setObjectName(QStringLiteral("exploreSample"));
    column->addWidget(sample);
    auto* file = new Button(look, Button::Kind::Normal, tr("Open a cache file..."), left);
    file->setDense(true);
    file->setObjectName(QStringLiteral("openCacheFile"));
    column->addWidget(file);
    connect(sample, &QPushButton::clicked, this, &FirstRunPage::sampleRequested);
    connect(file, &QPushButton::clicked, this, &FirstRunPage::openFileRequested);
    return left;
}

QWidget* FirstRunPage::buildRight(const Look& look) {
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(28, 26, 28, 16);
    body->setSpacing(4);
    m_heading = new QLabel(right);
    QFont heading = Look::font(TextStyle::Strong);
    heading.setPixelSize(16);
    m_heading->setFont(heading);
    m_heading->setObjectName(QStringLiteral("stepHeading"));
    body->addWidget(m_heading);
    m_subheading = makeText({}, QStringLiteral("muted"), right);
    body->addWidget(m_subheading);
    body->addSpacing(16);
    m_pages = new QStackedWidget(right);
    m_pages->addWidget(buildWhichKey());
    m_keyTest = new KeyTestStep(look, m_services, m_pages);
    m_pages->addWidget(m_keyTest);
    m_howFar = new HowFarStep(UtcDay::fromDateTime(m_services.clock.now()), m_pages);
    m_pages->addWidget(m_howFar);
    body->addWidget(m_pages, 1);
    column->addLayout(body, 1);
    column->addWidget(makeRule(Qt::Horizontal, right));
    column->addWidget(buildFooter(look));
    connect(m_keyTest, &KeyTestStep::goodChanged, this, &FirstRunPage::onKeyTested);
    connect(m_keyTest, &KeyTestStep::nextWanted, m_next, &QPushButton::click);
    connect(m_keyTest, &KeyTestStep::holdForThisRunClicked, this, &FirstRunPage::hold);
    return right;
}

QWidget* FirstRunPage::buildWhichKey() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const auto line = [&](const QString& html) {
        auto* label = makeText(html, {}, page);
        label->setTextFormat(Qt::RichText);
        column->addWidget(label);
    };
    line(
        tr("<b>Admin key</b> &nbsp;<code>sk-ant-admin01-</code><br>This is the one. It may read usage, cost and Claude "
           "Code activity of the whole organization."));
    line(tr(
        "<b>Ordinary API key</b> &nbsp;<code>sk-ant-api03-</code><br>It calls models and belongs to one workspace. It "
        "cannot see usage or cost."));
    line(tr(
        "<b>Claude Enterprise key</b> &nbsp;<code>sk-ant-api01-</code><br>It reads the analytics of claude.ai, not the "
        "reports of the API."));
    column->addSpacing(8);
    column->addWidget(
        makeText(tr("In the Claude Console, open Settings, then Admin keys, and create one for Tokenledger. "
                    "Only members with the role Admin can do that; an individual account has none."),
                 QStringLiteral("muted"), page));
    column->addStretch(1);
    return page;
}

QWidget* FirstRunPage::buildFooter(const Look& look) {
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(18, 16, 28, 18);
    row->setSpacing(8);
    auto* where = new Button(look, Button::Kind::Ghost, tr("Where do I get a key?"), footer);
    where->setObjectName(QStringLiteral("whereKey"));
    row->addWidget(where);
    row->addStretch(1);
    m_back = new Button(look, Button::Kind::Normal, tr("Back"), footer);
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next = new Button(look, Button::Kind::Primary, tr("Next"), footer);
    m_next->setObjectName(QStringLiteral("wizardNext"));
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(where, &QPushButton::clicked, this,
            [this] { m_services.dialogs.openAddress(QLatin1String(AdminKeysAddress)); });
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_pages->currentIndex() == WhichKey) return left();
        showStep(m_pages->currentIndex() - 1);
    });
    connect(m_next, &QPushButton::clicked, this, &FirstRunPage::next);
    return footer;
}

void FirstRunPage::restart(const QString& profile, bool canLeave) {
    const Profiles& profiles = m_services.profiles;
    m_profile = profile;
    m_target.clear();
    m_canLeave = canLeave;
    m_title->setText(profiles.organization(profile) ? tr("A new key for %1").arg(profiles.displayName(profile))
                     : profiles.names().isEmpty()   ? tr("Connect your organization")
                                                    : tr("Connect another organization"));
    m_key = SecretBuffer();
    m_held = false;
    m_storing = false;
    ++m_attempt;
    m_keyTest->clear();
    showStep(WhichKey);
}

void FirstRunPage::showStep(int step) {
    if (m_pages->currentIndex() != step) m_pages->setCurrentIndex(step);
    m_steps->setCurrent(step);
    const QString headings[] = {tr("You need an Admin key"), tr("Paste the key and test it"), tr("How far back?")};
    const QString subheadings[] = {
        tr("Three kinds of keys look alike; their first letters tell them apart."),
        tr("It goes into this computer's keychain, never into the cache file, a log or an export."),
        tr("The server answers about 90 report requests an hour for the whole organization.")};
    m_heading->setText(headings[step]);
    m_subheading->setText(subheadings[step]);
    // Once the key is stored there is nothing to go back to.
    m_back->setText(step == WhichKey && m_canLeave ? tr("Cancel") : tr("Back"));
    m_back->setEnabled(step == PasteAndTest || (step == WhichKey && m_canLeave));
    m_next->setText(step == HowFar ? tr("Connect and fetch") : tr("Next"));
    m_next->setEnabled(step != PasteAndTest || (m_keyTest->isGood() && !m_storing));
}

void FirstRunPage::next() {
    switch (m_pages->currentIndex()) {
        case WhichKey:
            showStep(PasteAndTest);
            m_keyTest->focusField();
            return;
        case PasteAndTest:
            storeKey();
            return;
        default:
            m_services.profiles.setBackfillDays(m_target, m_howFar->days());
            emit connected(m_target, m_held);
    }
}

/// An organization has one profile: a second one would fetch and keep everything twice.
QString FirstRunPage::profileFor(const Organization& organization) const {
    const Profiles& profiles = m_services.profiles;
    const QString known = profiles.profileOf(organization.id);
    if (!known.isEmpty()) return known;
    const bool meant = !m_profile.isEmpty() && !profiles.organization(m_profile);
    return meant ? m_profile : profiles.newName(organization.name);
}

void FirstRunPage::onKeyTested(bool good) {
    showStep(m_pages->currentIndex());
    if (!good) return;
    const Profiles& profiles = m_services.profiles;
    m_target = profileFor(m_keyTest->organization());
    const bool isConnected = profiles.names().contains(m_target) && profiles.organization(m_target);
    if (isConnected && m_target != m_profile) {
        m_keyTest->addRemark(tr("It is connected already, as %1: this key will take the place of the one it has.")
                                 .arg(profiles.displayName(m_target)));
    } else if (m_target != m_profile && !m_profile.isEmpty()) {
        m_keyTest->addRemark(tr("It is another organization than %1, and will be connected beside it.")
                                 .arg(profiles.displayName(m_profile)));
    }
}

void FirstRunPage::storeKey() {
    m_key = m_keyTest->copyOfKey();
    m_storing = true;
    m_next->setEnabled(false);
    const auto stored = [this, attempt = m_attempt](const Result<void>& written) {
        if (attempt != m_attempt) return;  // the page was left meanwhile
        m_storing = false;
        if (!written) {
            m_keyTest->showKeychainProblem(written.error());
            showStep(PasteAndTest);
            return;
        }
        m_services.profiles.noteKeyStored(m_target, m_services.clock.now());
        keyIsKept(false);
    };
    m_services.secrets.write(m_target, m_key.duplicate(), this, stored);
}

void FirstRunPage::hold() { keyIsKept(true); }

void FirstRunPage::keyIsKept(bool held) {
    m_held = held;
    m_services.profiles.setOrganization(m_target, m_keyTest->organization());
    m_keyTest->clear();
    // Who brings a new key has said before how far back to go.
    if (m_services.profiles.hasCache(m_target) && m_services.profiles.backfillDays(m_target) > 0) {
        emit connected(m_target, held);
    } else {
        showStep(HowFar);
    }
}

}  // namespace tokenledger
