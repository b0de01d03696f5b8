import { Injectable } from '@nestjs/common';
import { EngineAway } from '../engine/engine-connection.js';
import { FallbackAnswers } from '../fallback/fallback-answers.js';
import { EngineAnswers } from './engine-answers.js';
import type { Asked, Found } from './found.js';

/** The engine answers; while it is away PostgreSQL does, and the page says so. */
@Injectable()
export class AnswerSearch {
  constructor(
    private readonly engine: EngineAnswers,
    private readonly fallback: FallbackAnswers,
  ) {}

  async execute(asked: Asked, withFacets = true): Promise<{ found: Found; isFallback: boolean }> {
    try {
      return { found: await this.engine.find(asked, withFacets), isFallback: false };
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      return { found: await this.fallback.find(asked), isFallback: true };
    }
  }
}
