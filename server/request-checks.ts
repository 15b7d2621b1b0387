import type { RequestHandler } from "express";
import type { HttpConfig } from "./app-options.ts";
import { locals } from "./locals.ts";
import type { SendError } from "./send-error.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const SAFE_METHODS = new Set(["GET", "HEAD"]);
const OVERRIDE_HEADERS = ["x-http-method-override", "x-http-method", "x-method-override"];

/** Answers 400 to a target that could be read in two ways, see `parseRequestTarget`. */
export function targetCheck(sendError: SendError): RequestHandler {
  return (req, res, next) => {
    if (locals(res).target.ok) next();
    else sendError(req, res, "bad-request");
  };
}

/** Answers 405 to methods the portal does not have, and 400 to attempts to override the method. */
export function methodCheck(sendError: SendError): RequestHandler {
  return (req, res, next) => {
    if (!METHODS.includes(req.method)) {
      res.setHeader("Allow", METHODS.join(", "));
      sendError(req, res, "method-not-allowed");
    } else if (OVERRIDE_HEADERS.some((name) => req.headers[name] !== undefined)) {
      sendError(req, res, "bad-request");
    } else {
      next();
    }
  };
}

/**
 * Answers 403 to an unsafe request whose `Origin` is not exactly the origin it was made to, one of
 * the allowed hosts – also when it is missing or `null`. It runs before Remix, whose own check skips `?_data=` requests and
 * resource routes. `originExempt` names what strangers must be able to send.
 */
export function originCheck(config: HttpConfig, sendError: SendError): RequestHandler {
  return (req, res, next) => {
    const { target, host } = locals(res);
    const isExempt = target.ok && config.originExempt?.(req.method, target.pagePath) === true;
    if (
      SAFE_METHODS.has(req.method) ||
      req.headers.origin === `${config.publicUrl.protocol}//${host}` ||
      isExempt
    ) {
      next();
    } else {
      sendError(req, res, "foreign-origin");
    }
  };
}
