import type { EventKind } from "#db/vocabulary.ts";
import type { TemplateWords } from "./templates.ts";

/** Texts of the templates in English. */
export const ENGLISH_WORDS: Record<EventKind, TemplateWords> = {
  "user-group": {
    title: "User group no. …",
    summary: "Customers show each other what works for them and what came of it.",
    body: `## For whom

- You want to know how other companies work with the product
- You want to hear what others think of your own approach

## The afternoon

Two cases first, then talks in small groups. Everyone who takes part receives the slides afterwards.

## What to bring

If you join at the venue, please bring business cards.`,
    sessions: [
      "Welcome and news",
      "Case one",
      "Case two",
      "Break",
      "Talks in small groups",
      "Get-together",
    ],
    tickets: ["At the venue", "Online"],
    questions: [
      { label: "Is there something you would like to ask or talk about?" },
      {
        label: "Which of these is closest to where you are?",
        choices: ["We are introducing it", "We are trying things out", "It is part of our work"],
      },
    ],
  },
  "invited-meeting": {
    title: "A talk about …",
    summary: "A small circle of about eight companies, to speak openly about what is hard.",
    body: `## About this meeting

A small meeting for those we asked personally. It is a conversation, not a row of presentations.

## A request

What is said here stays here unless you agree otherwise. We ask the same of everyone.

## How it goes

We introduce ourselves, then talk about two topics.`,
    sessions: ["Introductions", "First topic", "Second topic", "What we take along"],
    tickets: ["By invitation"],
    questions: [
      { label: "What would you most like to talk about?" },
      { label: "Is there anything you cannot eat or drink?" },
    ],
  },
  webinar: {
    title: "Getting started with …",
    summary: "An hour of the essentials on screen, with time for questions.",
    body: `## What you will see

We go through it step by step, in the product itself.

## For whom

- You are about to begin
- You would like to go over the basics again

## Recording

Everyone who registered receives a link to the recording.`,
    sessions: ["Welcome", "Step by step on screen", "Your questions", "News"],
    tickets: ["Online"],
    questions: [{ label: "Is there something you would like to ask the speaker?" }],
  },
  workshop: {
    title: "Workshop: build …",
    summary: "Work on something of your own and take it home finished.",
    body: `## What you take home

By the end of the day you have finished one thing that you can use at work as it is.

## How it goes

After a short introduction, trainers and supporters sit with each of you.

## What to bring

- A laptop
- The account you use at work`,
    sessions: [
      "What we will build",
      "First steps together",
      "Break",
      "Build your own",
      "Show and look back",
    ],
    tickets: ["At the venue"],
    questions: [
      {
        label: "How much have you used it so far?",
        choices: ["Never", "Now and then", "Every day"],
      },
      { label: "What would you like to build or solve?" },
      {
        label: "What applies to you?",
        choices: ["I can bring a laptop", "I have an account", "I would like help beforehand"],
      },
    ],
  },
  "study-session": {
    title: "Study session: …",
    summary: "One feature, from the beginning, in an hour.",
    body: `## The topic

One feature only, and the places where people get stuck.

## How it goes

After a short talk we look at the screens of those who like to show theirs. Just listening is fine.`,
    sessions: ["Today's topic", "The basics again", "Questions on screen", "Summing up"],
    tickets: ["Online"],
    questions: [{ label: "Where are you stuck, or which screen should we look at?" }],
  },
};
