import type { SeedProductArea } from "./types.ts";

export const productAreas = [
  {
    slug: "site-builder",
    nameJa: "サイト制作",
    nameEn: "Site builder",
    description: "ページ・テンプレート・独自ドメイン・公開と予約公開",
    descriptionEn: "Pages, templates, custom domains, publishing and scheduling",
  },
  {
    slug: "forms",
    nameJa: "フォーム",
    nameEn: "Forms",
    description: "問い合わせ・資料請求・申込フォームの作成、埋め込み、自動返信",
    descriptionEn: "Building and embedding forms, validation, automatic replies",
  },
  {
    slug: "contacts",
    nameJa: "顧客データ",
    nameEn: "Contacts",
    description: "顧客と会社の管理、CSV取り込み・書き出し、名寄せ、セグメント",
    descriptionEn: "People and companies, CSV import and export, merging, segments",
  },
  {
    slug: "email",
    nameJa: "メール配信",
    nameEn: "Email",
    description: "一斉配信、差し込み、到達率、配信停止、送信ドメイン認証",
    descriptionEn: "Campaigns, merge tags, deliverability, opt-outs, sender authentication",
  },
  {
    slug: "automation",
    nameJa: "シナリオ",
    nameEn: "Scenarios",
    description: "条件分岐・待機・通知などの自動化",
    descriptionEn: "Automation: branches, waits, notifications and goals",
  },
  {
    slug: "helpdesk",
    nameJa: "問い合わせ管理",
    nameEn: "Helpdesk",
    description: "共有受信箱、担当者の割り当て、定型文、対応期限、通知",
    descriptionEn: "Shared inbox, assignment, saved replies, due times, notifications",
  },
  {
    slug: "reports",
    nameJa: "レポート・分析",
    nameEn: "Reports",
    description: "ダッシュボード、定期レポート、コンバージョン、SQLワークスペース",
    descriptionEn: "Dashboards, scheduled reports, conversions, the SQL workspace",
  },
  {
    slug: "access",
    nameJa: "権限・ログイン",
    nameEn: "Access and sign-in",
    description: "ユーザー招待、ロールと権限、SSO、2段階認証、操作ログ",
    descriptionEn: "Invitations, roles and permissions, SSO, two-step sign-in, activity log",
  },
  {
    slug: "api",
    nameJa: "API・外部連携",
    nameEn: "API and integrations",
    description: "REST API、Webhook、タグの設置、他社サービスとの連携",
    descriptionEn: "REST API, webhooks, tracking tag, connections to other services",
  },
  {
    slug: "billing",
    nameJa: "契約・請求",
    nameEn: "Plans and billing",
    description: "プラン変更、請求書、支払い方法、利用量、更新手続き",
    descriptionEn: "Plan changes, invoices, payment methods, usage, renewals",
  },
] satisfies SeedProductArea[];
